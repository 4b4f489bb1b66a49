import { useRef } from 'react'

/**
 * What each rendering makes anew, as an effect that stands longer finds it when it asks. For what an effect calls, and
 * need not begin again for; what it depends on is still listed.
 */
export function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value)
  latest.current = value
  return latest
}

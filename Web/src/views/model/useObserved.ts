import { useCallback, useRef, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

/** Renders again whenever something inside a shared type changes; null observes nothing. */
export function useObserved(type: Y.Map<unknown> | Y.Text | null): number {
  const version = useRef(0)
  const subscribe = useCallback((listener: () => void) => {
    if (type === null) return () => undefined
    const changed = () => {
      version.current += 1
      listener()
    }
    type.observeDeep(changed)
    return () => type.unobserveDeep(changed)
  }, [type])
  return useSyncExternalStore(subscribe, () => version.current)
}

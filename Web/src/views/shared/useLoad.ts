import { useCallback, useEffect, useRef, useState } from 'react'
import { useLatest } from './useLatest'

export interface Loaded<Value> {
  value: Value | null
  error: Error | null
  reload: () => void
  set: (value: Value) => void
}

/** Reads something when the page opens, and again when `key` changes or `reload` is called. */
export function useLoad<Value>(key: string, load: () => Promise<Value>): Loaded<Value> {
  const [state, setState] =
    useState<{ key: string, value: Value | null, error: Error | null }>({ key, value: null, error: null })
  const [turn, setTurn] = useState(0)
  /** Counts what was put in by hand: an answer asked for before that is older. */
  const puts = useRef(0)
  // Made anew at every rendering; what it reads is named by `key`.
  const newestLoad = useLatest(load)
  useEffect(() => {
    let current = true
    const before = puts.current
    const isNewest = () => current && puts.current === before
    newestLoad.current().then(
      value => { if (isNewest()) setState({ key, value, error: null }) },
      (error: unknown) => { if (isNewest()) setState(shown => ({
        key, value: shown.key === key ? shown.value : null,
        error: error instanceof Error ? error : new Error(String(error))
      })) },
    )
    return () => { current = false }
  }, [key, turn, newestLoad])
  const reload = useCallback(() => setTurn(before => before + 1), [])
  const set = useCallback((value: Value) => {
    puts.current += 1
    setState({ key, value, error: null })
  }, [key])
  return state.key === key
    ? { value: state.value, error: state.error, reload, set }
    : { value: null, error: null, reload, set }
}

import { useCallback, useEffect, useRef, useState } from 'react'
import { fetchFile, saveFile } from '../../net/download'

export interface Download {
  /** What is being fetched; null when nothing is. */
  current: string | null
  error: unknown
  start: (what: string, address: string, fallbackName: string) => void
  cancel: () => void
}

/** Fetches one file at a time; it can be cancelled, and is when one leaves the page. */
export function useDownload(onSaved: (what: string) => void): Download {
  const [current, setCurrent] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])

  const cancel = useCallback(() => {
    abort.current?.abort()
    abort.current = null
    setCurrent(null)
  }, [])

  const start = useCallback((what: string, address: string, fallbackName: string) => {
    abort.current?.abort()
    const own = new AbortController()
    abort.current = own
    setCurrent(what)
    setError(null)
    fetchFile(address, fallbackName, own.signal).then(
      file => {
        if (own.signal.aborted) return
        saveFile(file)
        setCurrent(null)
        onSaved(what)
      },
      (failure: unknown) => {
        if (own.signal.aborted) return
        setCurrent(null)
        setError(failure)
      },
    )
  }, [onSaved])

  return { current, error, start, cancel }
}

import { useCallback, useEffect, useRef, useState } from 'react'
import type { DocumentFormat, WeekExport } from '../../model/documentFormat'
import type { Language } from '../../model/localized'
import { api } from '../../net/api'
import { fetchFile, saveFile, throwAwayExport } from '../../net/download'
import { Problem } from '../../net/problem'

const pauseMs = 500

export interface Exporting {
  progress: { done: number, total: number } | null
  error: unknown
  start: (formats: readonly DocumentFormat[], language: Language, forArchive: boolean) => void
  cancel: () => void
}

/** Has the server make a week's archive, follows it, and fetches it. Leaving the page stops it. */
export function useWeekExport(weekId: string): Exporting {
  const [progress, setProgress] = useState<{ done: number, total: number } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const cancel = useCallback(() => {
    running.current?.abort()
    setProgress(null)
  }, [])

  const start = useCallback((formats: readonly DocumentFormat[], language: Language, forArchive: boolean) => {
    const own = new AbortController()
    running.current = own
    setError(null)
    setProgress({ done: 0, total: 0 })
    follow(weekId, { formats, language, forArchive }, own.signal, setProgress).then(
      () => { if (!own.signal.aborted) setProgress(null) },
      (failure: unknown) => {
        if (own.signal.aborted) return
        setProgress(null)
        setError(failure)
      },
    )
  }, [weekId])

  return { progress, error, start, cancel }
}

async function follow(
  weekId: string, wish: { formats: readonly DocumentFormat[], language: Language, forArchive: boolean },
  signal: AbortSignal,
  onProgress: (progress: { done: number, total: number }) => void,
): Promise<void> {
  let made: WeekExport = await api.startExport(weekId, wish)
  const closed = () => throwAwayExport(weekId, made.id)
  window.addEventListener('pagehide', closed)
  try {
    while (made.state === 'running' && !signal.aborted) {
      onProgress(made)
      await new Promise(resolve => setTimeout(resolve, pauseMs))
      made = await api.weekExport(weekId, made.id)
    }
    if (signal.aborted) return
    if (made.state !== 'finished' || made.href === undefined) {
      throw new Problem(500, made.problem ?? '', made.problemEn ?? '', made.problem ?? '', made.problemEn ?? '', [])
    }
    onProgress(made)
    saveFile(await fetchFile(made.href, `${weekId}.zip`, signal))
  } finally {
    window.removeEventListener('pagehide', closed)
    // Stopped, failed or fetched: the server need not keep it.
    await api.removeExport(weekId, made.id).catch(() => undefined)
  }
}

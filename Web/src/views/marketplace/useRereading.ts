import { useEffect } from 'react'

/** Others post meanwhile. */
const everyMs = 5_000

/** Reads again while somebody looks, and when they look again. */
export function useRereading(reload: () => void): void {
  useEffect(() => {
    const look = () => { if (document.visibilityState === 'visible') reload() }
    const timer = setInterval(look, everyMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [reload])
}

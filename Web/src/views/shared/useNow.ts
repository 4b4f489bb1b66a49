import { useEffect, useState } from 'react'

/** Renders again every so often while `active`; gives what `read` says then. */
export function useNow(read: () => number, everyMs: number, active: boolean): number {
  const [, tick] = useState(0)
  useEffect(() => {
    if (!active) return undefined
    const timer = setInterval(() => tick(before => before + 1), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, active])
  return read()
}

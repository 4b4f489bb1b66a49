import { useEffect, useState } from 'react'

/** For what is not easily undone: true after the first press, for some seconds; the second press does it. */
export function useSecondPress(): [boolean, (armed: boolean) => void] {
  const [armed, setArmed] = useState(false)
  useEffect(() => {
    if (!armed) return undefined
    const disarm = setTimeout(() => setArmed(false), 5_000)
    return () => clearTimeout(disarm)
  }, [armed])
  return [armed, setArmed]
}

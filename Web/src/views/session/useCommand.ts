import { useCallback, useState } from 'react'
import type { SessionCommand } from '../../model/generated/types'
import { useSessionSetting } from './SessionContext'

/** Sends commands and keeps the last refusal for `ProblemNotice`; resolves to whether it was accepted. */
export function useCommand(): { send: (command: SessionCommand) => Promise<boolean>, error: unknown } {
  const { store } = useSessionSetting()
  const [error, setError] = useState<unknown>(null)
  const send = useCallback(async (command: SessionCommand) => {
    setError(null)
    try {
      await store.command(command)
      return true
    } catch (failure) {
      setError(failure)
      return false
    }
  }, [store])
  return { send, error }
}

/** An id that nobody else has, and that tells nothing of who made it. */
export function newId(prefix: string): string {
  return prefix
    + [...crypto.getRandomValues(new Uint8Array(9))].map(byte => byte.toString(36).padStart(2, '0')).join('')
}

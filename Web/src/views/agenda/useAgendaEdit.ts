import { useCallback, useRef, useState } from 'react'
import type { AgendaChange } from '../../model/agenda'
import { useSessionSetting } from '../session/SessionContext'

/**
 * Changes the agenda, one change after the other, each made on what the agenda is when its turn comes. `seen`: the
 * revision that a form was opened on; when another facilitator has changed the agenda since, the server refuses, and
 * the reason is shown.
 */
export function useAgendaEdit() {
  const { store, details } = useSessionSetting()
  const [error, setError] = useState<unknown>(null)
  const before = useRef<Promise<unknown>>(Promise.resolve())
  const change = useCallback((made: AgendaChange, seen?: number): Promise<boolean> => {
    const turn = before.current.then(async () => {
      setError(null)
      const agenda = store.view.state.agenda
      try {
        await store.command({
          kind: 'setAgenda', phases: made(agenda?.phases ?? details.phases), expected: seen ?? agenda?.revision ?? 0
        })
        return true
      } catch (failure) {
        setError(failure)
        return false
      }
    })
    before.current = turn
    return turn
  }, [store, details.phases])
  return { change, error }
}

export type ChangeAgenda = ReturnType<typeof useAgendaEdit>['change']

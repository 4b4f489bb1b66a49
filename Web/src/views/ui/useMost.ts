import { useEffect } from 'react'
import { limits, type Counted } from '../../net/limits'
import { useSignal } from '../shared/useSignal'

/** The largest number that the server takes of something; no limit until it has said so. */
export function useMost(counted: Counted): number {
  useEffect(() => limits.ask(), [])
  return useSignal(limits.changed, () => limits.count(counted))
}

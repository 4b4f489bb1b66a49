import { useEffect, useState } from 'react'
import { api } from '../../net/api'
import type { KeptWork } from '../../net/keptWork'
import { Problem } from '../../net/problem'
import { onWakeUp } from '../../net/wakeUp'

/** Whether it can be sent now as whoever one is now, or why not. */
export type MaySend =
  | 'yes' | 'checking' | 'unreachable' | 'noAccess' | 'closed' | 'anotherDocument' | 'cannotSave' | 'full' | 'tooOften'

const askEveryMs = 10_000

/** Asked when it is shown, when one comes back, and now and then: a lock is lifted, a code is used again. */
export function useMaySend({ modelId }: KeptWork): [MaySend, (may: MaySend) => void] {
  const [may, setMay] = useState<MaySend>('checking')
  useEffect(() => {
    let isCurrent = true
    const ask = () => void mayWrite(modelId).then(answer => {
      if (isCurrent) setMay(before => before === 'anotherDocument' || before === 'full' ? before : answer)
    })
    ask()
    const timer = setInterval(ask, askEveryMs)
    const stop = onWakeUp(ask)
    return () => {
      isCurrent = false
      clearInterval(timer)
      stop()
    }
  }, [modelId])
  return [may, setMay]
}

async function mayWrite(modelId: string): Promise<MaySend> {
  // What was answered before would do without a connection.
  if (!navigator.onLine) return 'unreachable'
  try {
    const model = await api.model(modelId)
    return model.canWrite && !model.locked ? 'yes' : 'closed'
  } catch (error) {
    return error instanceof Problem && error.status < 500 ? 'noAccess' : 'unreachable'
  }
}

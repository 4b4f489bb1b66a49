import { mayBeOffline, type Obstacle } from '../../model/obstacle'
import type { SaveStatus } from '../../model/saveStatus'
import { useWords } from '../shared/LanguageContext'

/**
 * The always true word about saving. `obstacle`: why there is no connection, where that is known; `isGone`: the server
 * lets one in no more, which no network has to do with.
 */
export function SaveStatusText({ status, obstacle = null, isGone = false }: {
  status: SaveStatus, obstacle?: Obstacle | null, isGone?: boolean
}) {
  const { t } = useWords()
  return <span className={`save-status ${status.kind}`} data-testid="save-status" data-state={status.kind}>
    {wordsFor(status, !isGone && mayBeOffline(obstacle), t)}
  </span>
}

function wordsFor(status: SaveStatus, isOffline: boolean, t: ReturnType<typeof useWords>['t']): string {
  switch (status.kind) {
    case 'saved': return t('save.saved')
    case 'saving': return t('save.saving')
    case 'loading': return t('save.loading')
    case 'refused': return t('save.refused', { count: status.pending })
    case 'offline': return offlineWords(status, isOffline, t)
  }
}

function offlineWords(
  status: Extract<SaveStatus, { kind: 'offline' }>, isOffline: boolean, t: ReturnType<typeof useWords>['t']
): string {
  if (status.unknown === true) return t(isOffline ? 'save.offline.unknown' : 'save.apart.unknown')
  if (status.pending === 0) return t(isOffline ? 'save.offline.none' : 'save.apart.none')
  return t(isOffline ? 'save.offline' : 'save.apart', { count: status.pending })
}

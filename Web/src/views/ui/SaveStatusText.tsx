import type { SaveStatus } from '../../model/saveStatus'
import { useWords } from '../app/LanguageContext'

/** The always true word about saving. */
export function SaveStatusText({ status }: { status: SaveStatus }) {
  const { t } = useWords()
  return <span className={`save-status ${status.kind}`} data-testid="save-status" data-state={status.kind}>{wordsFor(status, t)}</span>
}

function wordsFor(status: SaveStatus, t: ReturnType<typeof useWords>['t']): string {
  switch (status.kind) {
    case 'saved': return t('save.saved')
    case 'saving': return t('save.saving')
    case 'loading': return t('save.loading')
    case 'refused': return t('save.refused', { count: status.pending })
    case 'offline': return status.unknown === true ? t('save.offline.unknown') : status.pending === 0 ? t('save.offline.none') : t('save.offline', { count: status.pending })
  }
}

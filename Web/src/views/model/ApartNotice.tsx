import type { ModelDocument } from '../../net/modelDocument'
import { useWords } from '../shared/LanguageContext'
import { obstacleText } from '../shared/obstacleText'
import { useSignal } from '../shared/useSignal'

/** While there is no connection: why, as far as is known, and what becomes of what one writes. */
export function ApartNotice({ document, kept }: { document: ModelDocument, kept: boolean }) {
  const { t } = useWords()
  const obstacle = useSignal(document.changed, () => document.obstacle)
  const ready = useSignal(document.changed, () => document.ready)
  // What has been found is told; that there is no connection at all is so in the meantime.
  const { title, detail } = obstacleText(obstacle ?? 'unreachable', t)
  return (
    <p className="notice warning" role="status" data-testid="offline-notice" data-because={obstacle ?? ''}>
      <strong>{title}</strong>{' '}
      {detail} {t('reach.again')} {t(!ready ? 'reach.nothingYet' : kept ? 'reach.kept' : 'reach.notKept')}
    </p>
  )
}

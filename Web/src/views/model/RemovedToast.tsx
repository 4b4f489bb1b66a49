import { useEffect } from 'react'
import type { ModelDocument } from '../../net/modelDocument'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import type { Told } from './ModelContext'

const shownMs = 10_000

/** That a row went, with a way back; or that it stayed. Until one writes something else. */
export function RemovedToast({ document, told, onDone }: { document: ModelDocument, told: Told, onDone: () => void }) {
  const { t } = useWords()
  const announce = useAnnounce()
  useEffect(() => {
    announce(told.text)
    const timer = setTimeout(onDone, shownMs)
    document.undo.on('stack-item-added', onDone)
    return () => {
      clearTimeout(timer)
      document.undo.off('stack-item-added', onDone)
    }
  }, [document, told, onDone, announce])
  const bringBack = () => {
    told.back?.()
    onDone()
  }
  return (
    <div className="toast no-print" data-testid="removed-toast">
      <span>{told.text}</span>
      {told.back !== null && <button type="button" className="button" onClick={bringBack} data-testid="removed-undo">
        {t('rows.bringBack')}
      </button>}
    </div>
  )
}

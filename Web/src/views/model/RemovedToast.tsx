import { useEffect } from 'react'
import type { ModelDocument } from '../../net/modelDocument'
import { useAnnounce } from '../app/Announcer'
import { useWords } from '../app/LanguageContext'

const shownMs = 10_000

/** "Removed" with a way back, until one writes something else. */
export function RemovedToast({ document, text, onDone }: { document: ModelDocument, text: string, onDone: () => void }) {
  const { t } = useWords()
  const announce = useAnnounce()
  useEffect(() => {
    announce(text)
    const timer = setTimeout(onDone, shownMs)
    // The next edit of one's own would be what the button takes back.
    document.undo.on('stack-item-added', onDone)
    return () => {
      clearTimeout(timer)
      document.undo.off('stack-item-added', onDone)
    }
  }, [document, text, onDone, announce])
  const undo = () => {
    document.undo.undo()
    onDone()
  }
  return (
    <div className="toast no-print" data-testid="removed-toast">
      <span>{text}</span>
      <button type="button" className="button" onClick={undo} data-testid="removed-undo">{t('undo')}</button>
    </div>
  )
}

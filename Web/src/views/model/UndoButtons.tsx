import { useEffect, useState } from 'react'
import type { ModelDocument } from '../../net/modelDocument'
import { useWords } from '../shared/LanguageContext'
import { Icon } from '../ui/Icon'

/** Undo and redo of one's own edits. */
export function UndoButtons({ document }: { document: ModelDocument }) {
  const { t } = useWords()
  const [can, setCan] = useState({ undo: false, redo: false })
  useEffect(() => {
    const { undo } = document
    const read = () => setCan({ undo: undo.undoStack.length > 0, redo: undo.redoStack.length > 0 })
    undo.on('stack-item-added', read)
    undo.on('stack-item-popped', read)
    undo.on('stack-cleared', read)
    read()
    return () => {
      undo.off('stack-item-added', read)
      undo.off('stack-item-popped', read)
      undo.off('stack-cleared', read)
    }
  }, [document])
  return (
    <div className="undo-buttons">
      <button type="button" className="button quiet icon" disabled={!can.undo} aria-label={t('undo')}
        title={t('undo.keys')} onClick={() => document.takeBack()} data-testid="undo"><Icon name="undo" /></button>
      <button type="button" className="button quiet icon" disabled={!can.redo} aria-label={t('redo')}
        title={t('redo.keys')} onClick={() => document.doAgain()} data-testid="redo"><Icon name="redo" /></button>
    </div>
  )
}

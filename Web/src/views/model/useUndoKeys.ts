import { useEffect } from 'react'
import type { ModelDocument } from '../../net/modelDocument'

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y (⌘ on a Mac) take back and redo one's own edits anywhere in the model. */
export function useUndoKeys(document: ModelDocument | null, active: boolean): void {
  useEffect(() => {
    if (!document || !active) return undefined
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing || isOutside(event.target)) return
      const key = event.key.toLowerCase()
      if (key === 'z' && !event.shiftKey) document.takeBack()
      else if (key === 'y' || (key === 'z' && event.shiftKey)) document.doAgain()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [document, active])
}

/** Fields that are not part of the model (a search, a date under way, the confirmation) undo by themselves. */
function isOutside(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea') && !target.hasAttribute('data-shared')
}

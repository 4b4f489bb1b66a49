import { useState, type ReactNode } from 'react'
import { useWords } from '../shared/LanguageContext'

export interface Fold {
  /**
   * The class of the element at a place: those beyond the first are not on the screen until they
   * are asked for, and always on paper.
   */
  at: (index: number) => string | undefined
  /** The button that shows the rest; nothing where the list is short. */
  more: ReactNode
}

/** A long list of which only the beginning is shown at first. */
export function useFold(count: number, limit = 12): Fold {
  const { t } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  // Two or three more are quicker shown than asked for.
  if (count <= limit + 3) return { at: () => undefined, more: null }
  return {
    at: index => !isOpen && index >= limit ? 'folded' : undefined,
    more: <button type="button" className="button quiet no-print" aria-expanded={isOpen}
      onClick={() => setIsOpen(before => !before)}>{isOpen ? t('list.fewer') : t('list.all', { count })}</button>,
  }
}

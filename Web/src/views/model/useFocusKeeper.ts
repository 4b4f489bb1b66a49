import { useEffect, useRef } from 'react'
import { allRows, isRemoved } from '../../model/layout'
import { showRow, type Removal } from '../../model/removedRows'
import { focusQuietly } from '../shared/focusQuietly'
import { useWords } from '../shared/LanguageContext'
import { useSessionSetting } from '../session/SessionContext'
import { usePeople } from '../session/usePeople'
import type { ModelAccess } from './ModelContext'

/** Who left a field longer ago than this does not stand in it. */
const justLeftMs = 500

/** Where the focus is, and what stands around it while it does. */
interface Place {
  element: HTMLElement
  row: string | null
  nextRow: string | null
  field: string | null
  section: Element | null
}

/**
 * What one stands in may go: somebody removes the row, an undo takes it, the level changes. Then the focus goes to what
 * is nearest and can do nothing (the next row, the field's heading, the section's), and one is told what became of it.
 */
export function useFocusKeeper(access: ModelAccess): void {
  const { t } = useWords()
  const { details } = useSessionSetting()
  const { name } = usePeople()
  const lost = useRef<(place: Place) => void>(() => undefined)
  lost.current = place => {
    const rowElement = (id: string | null) =>
      id === null ? null : document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
    const heading = place.field === null ? null : document.getElementById(`label-${place.field}`)
    focusQuietly(rowElement(place.nextRow) ?? heading ?? place.section?.querySelector<HTMLElement>('h2')
      ?? document.querySelector<HTMLElement>('h1'))
    const row = place.row === null || place.field === null
      ? undefined
      : allRows(access.document.doc.getMap(place.field)).find(one => one.id === place.row)?.row
    if (place.row === null) access.told({ text: t('field.goneUnder'), back: null })
    else {
      const removal = row?.get('removed') as Partial<Removal> | undefined
      const who = removal?.by === undefined || removal.by === details.me.participantId
        ? ''
        : name(removal.by) || t('rows.somebody')
      const back = row && isRemoved(row) && access.canWrite ? () => access.document.edit(() => showRow(row)) : null
      access.told({ text: who === ''
        ? t('rows.goneUnderYou')
        : t('rows.goneUnder', { who: who.charAt(0).toUpperCase() + who.slice(1) }), back })
    }
  }
  useEffect(() => {
    const main = document.getElementById('main')
    if (!main) return undefined
    let place: Place | null = null
    let leftAt: number | null = null
    const remember = (event: FocusEvent) => {
      leftAt = null
      place = event.target instanceof HTMLElement && main.contains(event.target) ? placeOf(event.target) : null
    }
    // Some browsers say that the focus leaves what is about to be taken away, some say nothing.
    const left = () => { leftAt = performance.now() }
    const look = () => {
      if (place === null || place.element.isConnected) return
      const gone = place
      place = null
      if (leftAt !== null && performance.now() - leftAt > justLeftMs) return
      if (document.activeElement === null || document.activeElement === document.body) lost.current(gone)
    }
    const observer = new MutationObserver(look)
    observer.observe(main, { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    document.addEventListener('focusout', left)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', remember)
      document.removeEventListener('focusout', left)
    }
  }, [])
}

/** Only what is written in is kept an eye on: buttons go with what they are pressed for. */
function placeOf(element: HTMLElement): Place | null {
  const frame = element.closest('[data-field]')
  if (frame === null || !element.matches('textarea, input, select, summary')) return null
  const row = element.closest<HTMLElement>('[data-row]')
  const next = row?.nextElementSibling ?? row?.previousElementSibling
  return {
    element, row: row?.dataset['row'] ?? null,
    nextRow: next instanceof HTMLElement ? next.dataset['row'] ?? null : null,
    field: frame instanceof HTMLElement ? frame.dataset['field'] ?? null : null, section: element.closest('section'),
  }
}

import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type FormEvent, type KeyboardEvent, type RefObject } from 'react'
import * as Y from 'yjs'
import { ownEdit } from '../../net/modelDocument'
import { positionIn, resolvePosition } from '../../model/peer'
import { diffText, transformPosition, type DeltaStep } from '../../model/textDiff'
import { useModel } from '../model/ModelContext'

interface Kept { field: string, anchor: Y.RelativePosition, head: Y.RelativePosition }

/**
 * Ties a text field to a shared text. What is typed becomes the smallest change of the shared text;
 * what others write is put into the field with the caret kept where it was. While an input method
 * composes (accents, phone keyboards) the field is left alone and others' changes wait.
 */
export function useCoText(area: RefObject<HTMLTextAreaElement>, text: Y.Text | null, make: (() => Y.Text) | undefined, path: string, singleLine = false) {
  const { document, stand, canWrite } = useModel()
  const current = useRef<Y.Text | null>(text)
  current.current = text
  /** What the field holds, as the shared text knew it. */
  const shadow = useRef(text?.toString() ?? '')
  const composing = useRef(false)
  /** Others' changes that came while composing. */
  const waiting = useRef<DeltaStep[][]>([])
  const selection = useRef<{ anchor: Y.RelativePosition, head: Y.RelativePosition } | null>(null)
  const [value, setValue] = useState(shadow.current)

  const rememberSelection = () => {
    const element = area.current
    const type = current.current
    if (!element || !canWrite || window.document.activeElement !== element) return
    if (type === null || type.doc === null || waiting.current.length > 0) return
    const backward = element.selectionDirection === 'backward'
    const head = positionIn(type, backward ? element.selectionStart : element.selectionEnd)
    const anchor = positionIn(type, backward ? element.selectionEnd : element.selectionStart)
    selection.current = { anchor, head }
    stand(path, Y.relativePositionToJSON(anchor), Y.relativePositionToJSON(head))
  }

  /** Puts the shared text into the field. */
  const show = () => {
    const element = area.current
    const type = current.current
    const next = type?.toString() ?? ''
    shadow.current = next
    waiting.current = []
    setValue(next)
    if (!element || element.value === next) return
    const focused = window.document.activeElement === element
    element.value = next
    if (focused && type) restore(element, type)
  }

  const restore = (element: HTMLTextAreaElement, type: Y.Text) => {
    const head = resolvePosition(selection.current && Y.relativePositionToJSON(selection.current.head), type)
    const anchor = resolvePosition(selection.current && Y.relativePositionToJSON(selection.current.anchor), type)
    if (head !== null && anchor !== null) element.setSelectionRange(Math.min(head, anchor), Math.max(head, anchor), head < anchor ? 'backward' : 'forward')
  }

  /** Writes what the field says into the shared text. */
  const push = () => {
    const element = area.current
    if (!element) return
    if (singleLine && element.value.includes('\n')) joinLines(element)
    const change = diffText(shadow.current, element.value, element.selectionEnd)
    if (change === null) return
    document.edit(() => {
      const type = current.current ?? make?.() ?? null
      if (type === null) return
      current.current = type
      const from = waiting.current.reduce((position, delta) => transformPosition(position, delta), change.index)
      const to = waiting.current.reduce((position, delta) => transformPosition(position, delta), change.index + change.removed)
      if (to > from) type.delete(from, to - from)
      if (change.inserted !== '') type.insert(from, change.inserted)
    })
    shadow.current = element.value
    if (waiting.current.length > 0) show()
    else setValue(element.value)
  }

  useLayoutEffect(() => {
    if (!composing.current) show()
    if (text === null) return undefined
    const changed = (event: Y.YTextEvent, transaction: Y.Transaction) => {
      if (transaction.origin === ownEdit) return
      if (composing.current) waiting.current.push(event.delta as DeltaStep[])
      else show()
    }
    text.observe(changed)
    return () => text.unobserve(changed)
    // `show` reads everything through refs.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text])

  // Undo and redo bring the caret back to where it was when that was written.
  useEffect(() => {
    const { undo } = document
    const added = ({ stackItem }: { stackItem: { meta: Map<string, unknown> } }) => {
      if (window.document.activeElement === area.current && selection.current) {
        const kept: Kept = { field: path, ...selection.current }
        stackItem.meta.set('caret', kept)
      }
    }
    const popped = ({ stackItem }: { stackItem: { meta: Map<string, unknown> } }) => {
      const kept = stackItem.meta.get('caret') as Kept | undefined
      const element = area.current
      if (!element || !kept || kept.field !== path || !current.current) return
      element.focus()
      selection.current = { anchor: kept.anchor, head: kept.head }
      restore(element, current.current)
    }
    undo.on('stack-item-added', added)
    undo.on('stack-item-popped', popped)
    return () => {
      undo.off('stack-item-added', added)
      undo.off('stack-item-popped', popped)
    }
  }, [document, path, area])

  useEffect(() => {
    const moved = () => { if (window.document.activeElement === area.current) rememberSelection() }
    window.document.addEventListener('selectionchange', moved)
    return () => window.document.removeEventListener('selectionchange', moved)
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [document, path, stand])

  const handlers = {
    onInput: (_event: FormEvent<HTMLTextAreaElement>) => {
      if (!canWrite) return
      // Composed text is shared as it grows, until somebody else writes in the same place.
      if (composing.current && waiting.current.length > 0) return
      push()
      rememberSelection()
    },
    onCompositionStart: () => { composing.current = true },
    onCompositionEnd: () => {
      composing.current = false
      push()
      if (waiting.current.length > 0) show()
      rememberSelection()
    },
    onBeforeInput: (event: FormEvent<HTMLTextAreaElement>) => {
      const kind = (event.nativeEvent as InputEvent).inputType
      if (kind !== 'historyUndo' && kind !== 'historyRedo') return
      event.preventDefault()
      if (kind === 'historyUndo') document.undo.undo()
      else document.undo.redo()
    },
    onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => {
      if (singleLine && event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault()
      if (event.key === 'Escape' && !event.nativeEvent.isComposing) event.currentTarget.blur()
    },
    onFocus: () => rememberSelection(),
    onBlur: (_event: FocusEvent<HTMLTextAreaElement>) => {
      if (composing.current) {
        composing.current = false
        push()
      }
      stand(null)
    },
  }
  return { value, handlers }
}

/** Pasted lines become one, with the caret where it was. */
function joinLines(element: HTMLTextAreaElement): void {
  const caret = element.selectionEnd
  element.value = element.value.replace(/\n/g, ' ')
  element.setSelectionRange(caret, caret)
}

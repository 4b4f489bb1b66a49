import { useEffect, useLayoutEffect, useRef, useState, type FormEvent, type KeyboardEvent, type RefObject } from 'react'
import * as Y from 'yjs'
import { positionIn, resolvePosition } from '../../model/peer'
import { SharedField, type FieldSelection } from '../../model/sharedField'
import { applyToText, contentOf, sizeOf } from '../../model/sharedText'
import { textSteps, type TextDelta } from '../../model/textDelta'
import type { DeltaStep } from '../../model/textDiff'
import { useLatest } from '../shared/useLatest'
import { useModelEditing } from '../model/ModelContext'

interface Positions { anchor: Y.RelativePosition, head: Y.RelativePosition }
interface Kept extends Positions { field: string }

/** What a text field is tied to. */
export interface CoTextSource {
  /** Null where there is no shared text yet: it is made when one begins to write. */
  text: Y.Text | null
  /** What stands there meanwhile. */
  plain: string
  make: (() => Y.Text) | undefined
  path: string
  singleLine: boolean
}

/**
 * Ties a text field to a shared text. What happens in either is told to a `SharedField`, which says what becomes of
 * the other; here is only what touches the page.
 */
export function useCoText(area: RefObject<HTMLTextAreaElement>, { text, plain, make, path, singleLine }: CoTextSource) {
  const { document, stand } = useModelEditing()
  const current = useRef<Y.Text | null>(text)
  current.current = text
  const field = useRef<SharedField>()
  field.current ??= new SharedField(text ? contentOf(text) : plain, singleLine)
  const shared = field.current
  /** The change of the shared text under way is what the field says already. */
  const writes = useRef(false)
  const selected = useRef<Positions | null>(null)
  const [value, setValue] = useState(shared.shown)

  const isFocused = () => area.current !== null && window.document.activeElement === area.current
  const read = () => { if (isFocused() && area.current) shared.select(selectionOf(area.current)) }

  /** Tells the others, and undo, where one is. */
  const tell = () => {
    const type = current.current
    if (!isFocused() || type === null || type.doc === null) return
    const { start, end, backward } = shared.sharedSelection
    selected.current = {
      head: positionIn(type, backward ? start : end), anchor: positionIn(type, backward ? end : start)
    }
    stand(path, Y.relativePositionToJSON(selected.current.anchor), Y.relativePositionToJSON(selected.current.head))
  }

  /** The field shows what it should, with the caret where it belongs; while something is composed it is left alone. */
  const show = () => {
    setValue(shared.shown)
    const element = area.current
    if (!element || shared.isComposing || element.value === shared.shown) return
    element.value = shared.shown
    if (isFocused()) putSelection(element, shared.selection)
  }

  const write = (delta: TextDelta) => {
    writes.current = true
    try {
      const type = current.current ?? document.prepare(() => make?.() ?? null)
      current.current = type
      if (type !== null) document.edit(() => applyToText(type, delta), { place: path, letters: sizeOf(delta) })
    } finally {
      writes.current = false
    }
  }

  /** Shares what the field says. */
  const push = () => {
    const element = area.current
    if (!element) return
    const delta = shared.typed(element.value, selectionOf(element))
    if (delta !== null) write(delta)
    show()
    tell()
  }

  const endComposition = () => {
    push()
    shared.compositionEnded()
    show()
    tell()
  }

  const page = useLatest({ isFocused, read, tell, show })

  useLayoutEffect(() => {
    const { read, show } = page.current
    read()
    shared.follow(text ? contentOf(text) : plain)
    show()
    if (text === null) return undefined
    const changed = (event: Y.YTextEvent) => {
      if (writes.current) return
      read()
      shared.othersWrote(textSteps(event.delta as DeltaStep[]))
      show()
    }
    text.observe(changed)
    return () => text.unobserve(changed)
  }, [text, plain, shared, page])

  // Undo and redo bring the caret back to where it was when that was written.
  useEffect(() => {
    const { undo } = document
    const added = ({ stackItem }: { stackItem: { meta: Map<string, unknown> } }) => {
      if (!page.current.isFocused() || !selected.current) return
      const kept: Kept = { field: path, ...selected.current }
      stackItem.meta.set('caret', kept)
    }
    const popped = ({ stackItem }: { stackItem: { meta: Map<string, unknown> } }) => {
      const kept = stackItem.meta.get('caret') as Kept | undefined
      const element = area.current
      const type = current.current
      if (!element || !kept || kept.field !== path || type === null || shared.isComposing) return
      const head = resolvePosition(Y.relativePositionToJSON(kept.head), type)
      const anchor = resolvePosition(Y.relativePositionToJSON(kept.anchor), type)
      element.focus()
      if (head === null || anchor === null) return
      shared.selectShared({ start: Math.min(head, anchor), end: Math.max(head, anchor), backward: head < anchor })
      putSelection(element, shared.selection)
      page.current.tell()
    }
    undo.on('stack-item-added', added)
    undo.on('stack-item-popped', popped)
    return () => {
      undo.off('stack-item-added', added)
      undo.off('stack-item-popped', popped)
    }
  }, [document, path, area, shared, page])

  useEffect(() => {
    const moved = () => {
      if (!page.current.isFocused() || shared.isComposing) return
      page.current.read()
      page.current.tell()
    }
    window.document.addEventListener('selectionchange', moved)
    return () => window.document.removeEventListener('selectionchange', moved)
  }, [shared, page])

  const handlers = {
    onInput: (_event: FormEvent<HTMLTextAreaElement>) => push(),
    onCompositionStart: () => {
      read()
      shared.compositionStarted()
    },
    onCompositionEnd: endComposition,
    onBeforeInput: (event: FormEvent<HTMLTextAreaElement>) => {
      const kind = (event.nativeEvent as InputEvent).inputType
      if (kind !== 'historyUndo' && kind !== 'historyRedo') return
      event.preventDefault()
      if (kind === 'historyUndo') document.takeBack()
      else document.doAgain()
    },
    onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => {
      if (event.nativeEvent.isComposing) return
      if (singleLine && event.key === 'Enter') event.preventDefault()
      if (event.key === 'Escape') event.currentTarget.blur()
    },
    onFocus: () => {
      read()
      tell()
    },
    onBlur: () => {
      // A browser that goes without ending the composition never ends it.
      if (shared.isComposing) endComposition()
      stand(null)
    },
  }
  return { value, handlers }
}

function selectionOf(element: HTMLTextAreaElement): FieldSelection {
  return {
    start: element.selectionStart, end: element.selectionEnd, backward: element.selectionDirection === 'backward'
  }
}

function putSelection(element: HTMLTextAreaElement, { start, end, backward }: FieldSelection): void {
  element.setSelectionRange(start, end, backward ? 'backward' : 'forward')
}

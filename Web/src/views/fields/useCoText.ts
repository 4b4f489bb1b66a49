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

  /**
   * A field that React puts elsewhere in its list (somebody moves the row), or that is left, composes no more, and some
   * browsers do not say so. After this turn they have said what they are going to.
   */
  const endUnlessSaid = () => { if (shared.isComposing) setTimeout(() => { if (shared.isComposing) endComposition() }) }

  /** The browser's own undo (its menu, a phone's shake) knows nothing of what others wrote meanwhile. */
  const undoInstead = (event: InputEvent) => {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
    event.preventDefault()
    if (event.inputType === 'historyUndo') document.takeBack()
    else document.doAgain()
  }

  const page = useLatest({ isFocused, read, tell, show, push, endUnlessSaid, undoInstead })

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

  // React makes other events than the browser's of these, or leaves them out while it changes the page itself.
  useEffect(() => {
    const element = area.current
    if (!element) return undefined
    const undone = (event: InputEvent) => page.current.undoInstead(event)
    const left = () => page.current.endUnlessSaid()
    // A program that puts text into a field may say no more than that.
    const changed = () => { if (!shared.isComposing) page.current.push() }
    element.addEventListener('beforeinput', undone)
    element.addEventListener('blur', left)
    element.addEventListener('change', changed)
    return () => {
      element.removeEventListener('beforeinput', undone)
      element.removeEventListener('blur', left)
      element.removeEventListener('change', changed)
    }
  }, [area, shared, page])

  const handlers = {
    onInput: (event: FormEvent<HTMLTextAreaElement>) => {
      push()
      if (!(event.nativeEvent as InputEvent).isComposing) endUnlessSaid()
    },
    onCompositionStart: () => {
      read()
      shared.compositionStarted()
    },
    onCompositionEnd: endComposition,
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

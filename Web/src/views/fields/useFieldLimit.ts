import { useEffect, useState, type ClipboardEvent, type DragEvent, type FormEvent } from 'react'
import { excessOf, type Excess } from '../../model/fieldLimit'
import { limits } from '../../net/limits'

const most = () => limits.text('field')?.codeUnits ?? Infinity

/** Keeps out, before any of it is in, what would make a field longer than it may be; and what to say of that. */
export function useFieldLimit() {
  const [excess, setExcess] = useState<Excess | null>(null)
  useEffect(() => limits.ask(), [])
  const check = (event: { currentTarget: HTMLTextAreaElement, preventDefault: () => void }, inserted: string) => {
    const { value, selectionStart, selectionEnd } = event.currentTarget
    const found = excessOf(most(), value.length, selectionEnd - selectionStart, inserted.length)
    if (found) event.preventDefault()
    setExcess(found)
  }
  return {
    excess,
    most: most(),
    /** How many more there is room for, once that is a tenth at the most; null also while the server has not said. */
    left: (length: number) => most() < Infinity && most() - length <= most() / 10 ? Math.max(0, most() - length) : null,
    onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => check(event, event.clipboardData.getData('text/plain')),
    onDrop: (event: DragEvent<HTMLTextAreaElement>) => check(event, event.dataTransfer.getData('text/plain')),
    /**
     * What is typed. React makes this event from several of the browser's, of which not all say what is put in; what is
     * composed is in the field already.
     */
    checkInput: (event: FormEvent<HTMLTextAreaElement>) => {
      const { data, inputType = '', type } = event.nativeEvent as Partial<InputEvent>
      if (type === 'compositionend' || inputType.startsWith('history') || inputType.startsWith('delete')) return
      check(event, data ?? ' ')
    },
  }
}

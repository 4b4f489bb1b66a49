import { useEffect, useState } from 'react'
import type { FieldDefinition } from '../../model/fieldDefinition'
import type { Level } from '../../model/level'
import { missingFields } from '../../model/missing'
import type { ModelDocument } from '../../net/modelDocument'

/** Often enough to feel immediate, seldom enough not to be felt while typing. */
const delayMs = 150

/** Required fields that are empty, as the page sees the document; null until there is something to see. */
export function useMissing(
  document: ModelDocument | null, fields: readonly FieldDefinition[], level: Level
): readonly string[] | null {
  const [missing, setMissing] = useState<readonly string[] | null>(null)
  useEffect(() => {
    if (!document) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const compute = () => {
      timer = undefined
      if (!document.ready) return
      const next = missingFields(document.doc, fields, level)
      setMissing(before => before !== null && before.join() === next.join() ? before : next)
    }
    const soon = () => { timer ??= setTimeout(compute, delayMs) }
    compute()
    document.doc.on('update', soon)
    const stop = document.changed.subscribe(soon)
    return () => {
      clearTimeout(timer)
      document.doc.off('update', soon)
      stop()
    }
  }, [document, fields, level])
  return missing
}

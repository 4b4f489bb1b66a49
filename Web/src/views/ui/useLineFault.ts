import { useEffect } from 'react'
import { lineFault, lineLength } from '../../model/lineLength'
import { limits } from '../../net/limits'
import { useWords } from '../shared/LanguageContext'
import { useSignal } from '../shared/useSignal'
import type { MessageKey } from '../../text/translate'

/**
 * What is not right about a name or a function, in words. That it is missing is told when
 * somebody has tried to send it.
 */
export function useLineFault(text: string, missing: MessageKey, tried: boolean): string | undefined {
  const { t } = useWords()
  const most = useLineMost()
  switch (lineFault(text, most)) {
    case 'missing': return tried ? t(missing) : undefined
    case 'unreadable': return tried ? t('line.unreadable') : undefined
    case 'tooLong': return t('line.tooLong', { most, count: lineLength(text) })
    case null: return undefined
  }
}

/** Characters of a name, a function or another line. */
export function useLineMost(): number {
  useEffect(() => limits.ask(), [])
  return useSignal(limits.changed, () => limits.text('line')?.characters ?? Infinity)
}

import { lineFault, lineLength, lineMost } from '../../model/lineLength'
import { useWords } from '../app/LanguageContext'
import type { MessageKey } from '../../text/translate'

/** What is not right about a name or a function, in words. That it is missing is told when somebody has tried to send it. */
export function useLineFault(text: string, missing: MessageKey, tried: boolean): string | undefined {
  const { t } = useWords()
  switch (lineFault(text)) {
    case 'missing': return tried ? t(missing) : undefined
    case 'unreadable': return tried ? t('line.unreadable') : undefined
    case 'tooLong': return t('line.tooLong', { most: lineMost, count: lineLength(text) })
    case null: return undefined
  }
}

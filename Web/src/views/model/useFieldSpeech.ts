import { formatDate } from '../../model/dates'
import type { FieldSpeech } from '../../model/fieldWords'
import { useWords } from '../shared/LanguageContext'
import { useOptions } from '../fields/useOptions'

/** How what is not text is said here: by the names the week and the model have for it. */
export function useFieldSpeech(): FieldSpeech {
  const { t, own, language } = useWords()
  const options = {
    unit: useOptions('unit'), external: useOptions('external'), citizenGroup: useOptions('citizenGroup'),
    goal: useOptions('goal'), sign: useOptions('sign')
  }
  return {
    name: (to, id) => id === '' ? '' : options[to].find(one => one.id === id)?.name ?? t('choices.unknown', { id }),
    date: iso => iso === '' ? '' : formatDate(iso, language),
    yesNo: value => t(value ? 'yes' : 'no'),
    own,
  }
}

import { formatDateTime } from '../../model/dates'
import { wordsOf, type UnsentWords } from '../../model/unsentWords'
import type { KeptWork } from '../../net/keptWork'
import type { useWords } from '../shared/LanguageContext'
import { placeName } from './placeName'

/** Everything that is known of it as a text that any program opens: where, when, who, and the words. */
export function unsentFile(work: KeptWork, words: UnsentWords, all: ReturnType<typeof useWords>): string {
  const { t, language } = all
  const { about, writtenAt } = work
  const head = [
    t('unsent.file.title'),
    about === null ? '' : t('unsent.file.model', { model: about.model || t('model.untitled') }),
    about === null || about.session === '' ? '' : t('unsent.session', { session: about.session }),
    writtenAt === null ? '' : t('unsent.when', { when: formatDateTime(writtenAt, language) }),
    about === null || about.name === '' ? '' : t('unsent.by', { name: about.name }),
  ].filter(line => line !== '')
  const places = words.places.map(place => [placeName(place, about, all), ...place.passages.flatMap(passage => [
    t('unsent.file.written', { text: wordsOf(passage) }),
    t('unsent.file.context', { text: passage.map(part => part.text).join('') }),
  ])].join('\n'))
  return [head.join('\n'), ...places].join('\n\n') + '\n'
}

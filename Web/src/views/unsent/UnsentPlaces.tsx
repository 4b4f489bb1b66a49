import type { UnsentWords } from '../../model/unsentWords'
import type { KeptAbout } from '../../net/keptWork'
import { useWords } from '../shared/LanguageContext'
import { placeName } from './placeName'

/** The words themselves, each with a little of what stands around it. */
export function UnsentPlaces({ words, about }: { words: UnsentWords, about: KeptAbout | null }) {
  const all = useWords()
  const { t } = all
  return (
    <>
      <dl className="unsent-words" tabIndex={0} aria-label={t('unsent.words')} data-testid="unsent-words">
        {words.places.map((place, index) => (
          <div key={index}>
            <dt>{placeName(place, about, all)}</dt>
            {place.passages.map((passage, number) => (
              <dd key={number}>{passage.map((part, at) => part.isWritten
                ? <mark key={at}>{part.text}</mark> : <span key={at} className="quiet">{part.text}</span>)}</dd>
            ))}
          </div>
        ))}
      </dl>
      {words.hasOther && (
        <p className="quiet small">{t(words.places.length === 0 ? 'unsent.noWords' : 'unsent.other')}</p>
      )}
    </>
  )
}

import { useMemo, useState } from 'react'
import { formatDateTime } from '../../model/dates'
import { unsentWords } from '../../model/unsentWords'
import type { KeptWork } from '../../net/keptWork'
import { useWords } from '../shared/LanguageContext'
import { useMe } from '../shared/MeContext'
import { isOwnWork } from './isOwnWork'
import { UnsentActions } from './UnsentActions'
import { UnsentPlaces } from './UnsentPlaces'

/** What somebody wrote in one model: where, when, the words, and what can be done with them. */
export function UnsentItem({ work }: { work: KeptWork }) {
  const { t, language } = useWords()
  const { grants } = useMe()
  const [isShown, setShown] = useState(isOwnWork(work, grants ?? []))
  const words = useMemo(() => unsentWords(work.snapshot, work.changes), [work])
  const { about, writtenAt } = work
  return (
    <article className="unsent-item" data-testid="unsent-item">
      <h3>{about === null ? t('unsent.whereUnknown') : about.model || t('model.untitled')}</h3>
      <p className="quiet small">{[
        about === null || about.session === '' ? '' : t('unsent.session', { session: about.session }),
        writtenAt === null ? '' : t('unsent.when', { when: formatDateTime(writtenAt, language) }),
        isShown && about !== null && about.name !== '' ? t('unsent.by', { name: about.name }) : '',
      ].filter(Boolean).join(' · ')}</p>
      {work.numbers.length === 0 && <p className="error-text">{t('unsent.onlyHere')}</p>}
      {isShown
        ? <><UnsentPlaces words={words} about={about} /><UnsentActions work={work} words={words} /></>
        : <>
          <p>{t('unsent.foreign')}</p>
          <p>
            <button type="button" className="button" onClick={() => setShown(true)}
              data-testid="unsent-show">{t('unsent.show')}</button>
          </p>
        </>}
    </article>
  )
}

import { lazy, Suspense, useEffect, useState } from 'react'
import { unsentWork } from '../../net/unsentWork'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { useMe } from '../shared/MeContext'
import { useSignal } from '../shared/useSignal'
import { Loading } from '../ui/Loading'
import { isOwnWork } from './isOwnWork'

// Reading the words takes Yjs, which the first page does without.
const UnsentList = lazy(() => import('./UnsentList').then(part => ({ default: part.UnsentList })))

/**
 * On every page: that this browser has text that is not sent, in which model, and the text behind a press. Who signs in
 * next on a shared machine sees that there is something and where, neither a name nor a word, until they say that it is
 * theirs: the server may have made somebody new of whoever wrote it, so nobody else can tell.
 */
export function UnsentBanner() {
  const { t } = useWords()
  const { grants } = useMe()
  const announce = useAnnounce()
  const works = useSignal(unsentWork.changed, () => unsentWork.shown)
  const [isOpen, setOpen] = useState(false)
  const isThere = works.length > 0
  const isOwn = works.some(work => isOwnWork(work, grants ?? []))
  const title = t(isOwn ? 'unsent.title' : 'unsent.title.other')
  useEffect(() => { if (isThere) announce(title) }, [isThere, title, announce])
  const first = works[0]
  if (first === undefined) return null
  const { about } = first
  const where = about === null ? t('unsent.whereUnknown')
    : t('unsent.where', { model: about.model || t('model.untitled') })
  return (
    <section className="notice warning unsent no-print" aria-labelledby="unsent-title" data-testid="unsent">
      <h2 id="unsent-title">{title}</h2>
      <p>{t(isOwn ? 'unsent.lead' : 'unsent.lead.other', { where, count: works.length })}</p>
      <p>
        <button type="button" className="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}
          data-testid="unsent-open">{t(isOpen ? 'unsent.close' : 'unsent.open')}</button>
      </p>
      {isOpen && <Suspense fallback={<Loading />}><UnsentList works={works} /></Suspense>}
    </section>
  )
}

import { useState } from 'react'
import { isShown, type FieldDefinition } from '../../model/fieldDefinition'
import { levels, type Level } from '../../model/level'
import { isEmpty, isRequired } from '../../model/missing'
import { api } from '../../net/api'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { useSessionSetting } from '../session/SessionContext'
import { LevelShape } from '../ui/LevelMark'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useModel, useModelEditing } from './ModelContext'

/** The level as three steps. Choosing another first shows what it brings; nothing is lost either way. */
export function LevelSteps() {
  const { t, own } = useWords()
  const { definitions } = useSessionSetting()
  const { level, canWrite } = useModelEditing()
  const [considered, setConsidered] = useState<Level | null>(null)
  return (
    <section className="level-steps" aria-labelledby="level-heading">
      <h2 id="level-heading" className="visually-hidden">{t('level.heading')}</h2>
      <ol>{levels.map(one => {
        const words = definitions.levels.find(definition => definition.id === one)
        const name = words ? own(words.label) : t(`level.${one}.short`)
        return (
          <li key={one}>
            <button type="button" className={`level-step ${one}`} aria-pressed={one === level}
              aria-expanded={canWrite && one !== level ? considered === one : undefined}
              disabled={!canWrite && one !== level}
              onClick={() => setConsidered(one === level || considered === one || !canWrite ? null : one)}
              data-testid={`level-${one}`}>
              <span className={`level ${one}`}><LevelShape level={one} />{name}</span>
              <span className="level-step-text">{words ? own(words.description) : ''}</span>
            </button>
          </li>
        )
      })}</ol>
      {considered !== null && considered !== level && (
        <LevelChange to={considered} onDone={() => setConsidered(null)} />
      )}
    </section>
  )
}

function LevelChange({ to, onDone }: { to: Level, onDone: () => void }) {
  const { t, own, language } = useWords()
  const { definitions, store } = useSessionSetting()
  const { level, document, summary } = useModel()
  const announce = useAnnounce()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const list = (fields: readonly FieldDefinition[]) =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(fields.map(field => own(field.label)))
  const appears = definitions.fields.filter(field => isShown(field, to) && !isShown(field, level))
  const hides = definitions.fields.filter(field => !isShown(field, to) && isShown(field, level))
  const lacks = definitions.fields.filter(field => isRequired(document.doc, field, to) && isEmpty(document.doc, field))
  const name =
    own(definitions.levels.find(one => one.id === to)?.label ?? { da: to, en: to }).toLocaleLowerCase(language)
  const change = async () => {
    setBusy(true)
    setError(null)
    try {
      store.replaceModel(await api.setLevel(summary.id, to))
      announce(t('level.changed', { level: name }))
      onDone()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <div className="notice" data-testid="level-change">
      <h3>{t('level.change', { level: name })}</h3>
      <dl className="level-effects">
        {appears.length > 0 && <><dt>{t('level.appears')}</dt><dd>{list(appears)}</dd></>}
        {hides.length > 0 && <><dt>{t('level.hides')}</dt><dd>{list(hides)}</dd></>}
        <dt>{t('level.lacks')}</dt><dd>{lacks.length > 0 ? list(lacks) : t('level.lacksNothing')}</dd>
      </dl>
      {error !== null && <ProblemNotice error={error} />}
      <div className="cluster">
        <button type="button" className="button primary" disabled={busy} onClick={() => void change()}
          data-testid="level-change-submit">{t('level.submit')}</button>
        <button type="button" className="button quiet" onClick={onDone}>{t('level.keep')}</button>
      </div>
    </div>
  )
}

import { useWords } from '../shared/LanguageContext'
import { useSessionSetting } from '../session/SessionContext'
import { jump } from './jump'
import { useLacking } from './ModelContext'

/** What is missing before one can agree; each a link to its place. */
export function MissingList() {
  const { t, own } = useWords()
  const { definitions } = useSessionSetting()
  const missing = useLacking()
  const fields = definitions.fields.filter(field => missing.has(field.id))
  return (
    <section className="model-section" id="missing" tabIndex={-1} aria-labelledby="missing-heading"
      data-testid="missing">
      <h2 id="missing-heading">{t('missing.title')}</h2>
      {fields.length === 0 ? <p className="all-there">{t('missing.none')}</p> : <>
        <p className="quiet">{t('missing.text', { count: fields.length })}</p>
        <ul className="missing-list">
          {fields.map(field => <li key={field.id}>
            <a href={`#field-${field.id}`} onClick={event => jump(event, `field-${field.id}`)}>{own(field.label)}</a>
          </li>)}
        </ul>
      </>}
    </section>
  )
}

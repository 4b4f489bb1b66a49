import { formatDate } from '../../model/dates'
import { pick } from '../../model/localized'
import { byPart, countOf, type WeekChange } from '../../model/weekPart'
import { useWords } from '../shared/LanguageContext'

/** What bringing something in creates, changes and leaves alone, before it is done. */
export function ChangeList({ changes }: { changes: readonly WeekChange[] }) {
  const { t, language } = useWords()
  return (
    <div className="stack" data-testid="change-list">
      <p role="status"><strong>{t('bring.summary', {
        created: countOf(changes, 'created'), changed: countOf(changes, 'changed'),
        unchanged: countOf(changes, 'unchanged')
      })}</strong></p>
      {byPart(changes).map(({ part, name, changes: own }) => (
        <section key={part} className="stack-small" aria-label={pick(name, language)} data-testid={`changes-${part}`}>
          <h4>{pick(name, language)} <span className="quiet small">{t('bring.counts', {
            created: countOf(own, 'created'), changed: countOf(own, 'changed'), unchanged: countOf(own, 'unchanged')
          })}</span></h4>
          {own.some(change => change.kind !== 'unchanged') && <ul className="listing change-list">{own
            .filter(change => change.kind !== 'unchanged')
            .map(change => <Change key={change.id} change={change} />)}</ul>}
        </section>
      ))}
    </div>
  )
}

function Change({ change }: { change: WeekChange }) {
  const { t, language } = useWords()
  const isNew = change.kind === 'created'
  const shown = (text: string) =>
    text === '' ? t('bring.nothing') : /^\d{4}-\d\d-\d\d$/.test(text) ? formatDate(text, language) : text
  const lines = change.fields.filter(field => field.after !== change.name)
  return (
    <li className="stack-small">
      <p><span className={`tag ${isNew ? 'success' : 'warning'}`}>
        {t(isNew ? 'bring.created' : 'bring.changed')}
      </span> <strong>{change.name}</strong>{change.row !== undefined && (
        <span className="quiet small"> · {t('bring.row', { file: change.file ?? '', row: change.row })}</span>
      )}</p>
      {lines.length > 0 && <dl className="change-fields">{lines.map(field => (
        <div key={field.label.da}>
          <dt>{pick(field.label, language)}</dt>
          <dd>{!isNew && <><del>{shown(field.before)}</del>{' → '}</>}<ins>{shown(field.after)}</ins></dd>
        </div>
      ))}</dl>}
    </li>
  )
}

import { useWords } from '../shared/LanguageContext'
import { useDraft } from './DraftContext'

/** What people wrote in the agreements that the plan's own lines do not tell, and what the draft was made from. */
export function DraftOthers() {
  const { t, own } = useWords()
  const { draft } = useDraft()
  const agreements = draft.collaborations.filter(one => one.other.length > 0)
  return (
    <>
      {agreements.length > 0 && <section className="draft-section last" aria-labelledby="others-heading">
        <h2 id="others-heading">8. {t('draft.others')}</h2>
        {agreements.map(agreement => (
          <details key={agreement.modelId} className="disclosure">
            <summary>{agreement.title || t('model.untitled')}</summary>
            <dl className="facts">{agreement.other.map(field => (
              <div key={field.fieldId} className="fact">
                <dt>{own(field.label)}{field.isHiddenAtLevel && ` (${t('draft.hiddenAtLevel')})`}</dt>
                <dd>{field.text && <p>{own(field.text)}</p>}
                  {field.rows.length > 0 && <ul>{field.rows.map((row, index) => (
                    <li key={index}>{row.map(cell => `${own(cell.label)}: ${own(cell.text)}`).join('; ')}</li>
                  ))}</ul>}</dd>
              </div>
            ))}</dl>
          </details>
        ))}
      </section>}
      <p className="quiet small last">{t('draft.origins', {
        models: draft.origins.map(one => `${one.title || one.modelId} (${t(`level.${one.level}.short`)})`).join(', ')
      })}</p>
    </>
  )
}

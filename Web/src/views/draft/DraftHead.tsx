import { formatDate } from '../../model/dates'
import { useWords } from '../shared/LanguageContext'
import { Fact } from './Fact'
import { useDraft } from './DraftContext'

export function DraftHead() {
  const { t, language } = useWords()
  const { draft } = useDraft()
  const { unit } = draft
  return (
    <section aria-label={t('draft.about')} className="stack">
      {draft.notice && <p className="notice">{draft.notice}</p>}
      <dl className="facts wide">
        <Fact label={t('unit')}>{[unit.name, unit.department].filter(Boolean).join(', ')}</Fact>
        <Fact label={t('role.leader')} required>{unit.leaderFunction}</Fact>
        <Fact label={t('draft.year')}>{draft.year}</Fact>
        <Fact label={t('draft.status')}>{t('draft.status.text')}</Fact>
        <Fact label={t('draft.sources')}>{draft.sources
          .map(source => `${source.title}${source.date ? `, ${formatDate(source.date, language)}` : ''}`)
          .join('; ')}</Fact>
        <Fact label={t('draft.version')}>
          {t('draft.version.text', { version: draft.version, template: draft.templateVersion })}
        </Fact>
      </dl>
    </section>
  )
}

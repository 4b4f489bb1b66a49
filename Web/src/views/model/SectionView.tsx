import { useWords } from '../shared/LanguageContext'
import type { Section } from '../../model/fieldDefinition'
import { FieldFrame } from './FieldFrame'

export function SectionView({ section }: { section: Section }) {
  const { own } = useWords()
  return (
    <section className="model-section" aria-labelledby={`section-${section.id}`}>
      <h2 id={`section-${section.id}`} tabIndex={-1}>{own(section.label)}</h2>
      {section.fields.map(field => <FieldFrame key={field.id} field={field} />)}
    </section>
  )
}

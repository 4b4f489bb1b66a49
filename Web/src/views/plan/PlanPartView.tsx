import { isShown, itemsOf, sectionProgress, type PlanPart, type PlanSection, type PlanView } from '../../model/goalPlan'
import { useWords } from '../shared/LanguageContext'
import { PlanContext, usePlan } from './PlanContext'
import { PlanSectionView } from './PlanSectionView'
import { SignaturePlaces } from './SignaturePlaces'

/** What a section is called in the page's own addresses: another profile may show a section in several parts. */
export function sectionName(view: PlanView, part: PlanPart, section: PlanSection): string {
  return view.profile.id === 'maalplan' ? section.id : `${part.id}-${section.id}`
}

/**
 * A part of the document that a governance system asks for, with its sections. What is written through the
 * year stands here when there is some.
 */
export function PlanPartView({ part }: { part: PlanPart }) {
  const { own } = useWords()
  const access = usePlan()
  const { view } = access
  const contents = part.sections.flatMap(content => {
    const section = view.sections.find(one => one.id === content.section)
    if (!section) return []
    const isEmpty =
      !itemsOf(view.plan, section.id).some(item => isShown(content, section, field => item.values[field]?.text))
    return section.isOfYear && isEmpty ? [] : [{ content, section }]
  })
  const isWhole = view.profile.id === 'maalplan'
  const sections = contents.map(({ content, section }) => (
    <PlanSectionView key={section.id} section={section} content={content} name={sectionName(view, part, section)}
      {...(isWhole ? {} : { part })} />
  ))
  if (sections.length === 0) return null
  const isSettled = access.onlyOpen
    && contents.every(({ content, section }) => sectionProgress(view, section, content).open === 0)
  // The goal plan has one part: its sections stand by themselves.
  if (isWhole) return <>{sections}</>
  return (
    <PlanContext.Provider value={{ ...access, headingLevel: 3 }}>
      <section className="plan-part stack-large" hidden={isSettled} aria-labelledby={`part-${part.id}`}
        data-testid={`plan-part-${part.id}`}>
        <div>
          <h2 id={`part-${part.id}`}>{own(part.title)}</h2>
          {part.hint && <p className="quiet">{own(part.hint)}</p>}
        </div>
        {sections}
        {part.id === 'signatures' && <SignaturePlaces />}
      </section>
    </PlanContext.Provider>
  )
}

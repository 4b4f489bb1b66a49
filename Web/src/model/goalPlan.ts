import type {
  GoalPlan, PlanDecision as Decision, PlanField, PlanItem, PlanOffer, PlanOfferStatus as OfferStatus, PlanOrigin,
  PlanProfileContent as PartContent, PlanProfilePart as PlanPart, PlanSection, PlanView, Profile as ProfileId
} from './generated/types'

// A unit's goal plan beside the week's draft of it.

export type {
  GoalPlan, PlanChange, PlanChangeKind as ChangeKind, PlanDecision as Decision, PlanDecisionChoice as Choice,
  PlanField, PlanFieldKind as FieldKind, PlanItem, PlanOffer, PlanOfferLine as OfferLine,
  PlanOfferStatus as OfferStatus, PlanOrigin, PlanProfile, PlanProfileContent as PartContent,
  PlanProfilePart as PlanPart, PlanRemaining, PlanSection, PlanValue, PlanView, Profile as ProfileId
} from './generated/types'

/** What a leader has to decide about. */
export type OpenStatus = Extract<OfferStatus, 'new' | 'changed' | 'conflicting'>

export function isOpen(status: OfferStatus): status is OpenStatus {
  return status === 'new' || status === 'changed' || status === 'conflicting'
}

/** What the plan says in a section, in the order it is read. */
export function itemsOf(plan: GoalPlan, section: string): PlanItem[] {
  return Object.values(plan.items).filter(item => item.head.section === section && !item.head.isRefused)
    .sort((a, b) => a.head.position - b.head.position || (a.id < b.id ? -1 : 1))
}

/** The item a reference means: by its own id, or by what it comes from. */
export function itemFor(plan: GoalPlan, reference: string): PlanItem | undefined {
  return plan.items[reference] ?? Object.values(plan.items).find(item => item.head.sourceId === reference)
}

/** The words for a reference: what the plan calls it, else what the week does. */
export function nameOf(view: PlanView, reference: string): string {
  const item = itemFor(view.plan, reference)
  const section = item && view.sections.find(one => one.id === item.head.section)
  const title = section?.fields[0] && item?.values[section.fields[0].id]?.text
  return title || view.names[reference] || reference
}

export function referencesIn(text: string): string[] {
  return text.split(' ').filter(one => one !== '')
}

/** Whether two values come from the same place, so that it need be said only once. */
export function isSameOrigin(one: PlanOrigin, other: PlanOrigin | undefined): boolean {
  return other !== undefined && one.kind === other.kind && one.version === other.version && one.weekId === other.weekId
    && one.models.map(model => model.modelId).join() === other.models.map(model => model.modelId).join()
}

/** How far the leader has come with what the draft offers. */
export function progress(view: PlanView): { decided: number, all: number } {
  return { decided: view.offers.filter(offer => !isOpen(offer.status)).length, all: view.offers.length }
}

/** The decisions of one press: every new or changed item of a section, but not what needs a choice line by line. */
export function takeUncontested(offers: readonly PlanOffer[]): Decision[] {
  return offers.filter(offer => offer.status === 'new' || offer.status === 'changed')
    .map(offer => ({ sourceId: offer.sourceId, choice: 'take' }))
}

/** Whether a profile asks for a line. What stands in others is shown all the same. */
export function isAsked(field: PlanField, profile: ProfileId): boolean {
  return field.profiles === undefined || field.profiles.includes(profile)
}

/** Whether a part shows an item: its choice is one of the part's, or the part takes those without one. */
export function isShown(
  content: PartContent, section: PlanSection, text: (field: string) => string | undefined
): boolean {
  const only = content.only
  if (only === undefined) return true
  const choice = text(only.field) ?? ''
  const known = section.fields.find(field => field.id === only.field)?.choices.some(one => one.id === choice) ?? false
  return only.choices.includes(known ? choice : '')
}

/** The profile's parts, and after them every section that none of them has and that holds something. */
export function partsOf(view: PlanView): readonly PlanPart[] {
  const shown = new Set(view.profile.parts.flatMap(part => part.sections.map(one => one.section)))
  const used = new Set([
    ...Object.values(view.plan.items).filter(item => !item.head.isRefused).map(item => item.head.section),
    ...view.offers.filter(offer => isOpen(offer.status)).map(offer => offer.section)
  ])
  const rest = view.sections.filter(section => !shown.has(section.id) && used.has(section.id))
    .map(section => ({ section: section.id }))
  return rest.length === 0 ? view.profile.parts : [
    ...view.profile.parts,
    { id: 'rest', title: { da: 'Fra andre styringsformer', en: 'From other systems' }, sections: rest }
  ]
}

/** How many items of a section the plan has, and how many a leader has yet to decide about. */
export function sectionProgress(
  view: PlanView, section: PlanSection, content: PartContent
): { items: number, open: number } {
  const items =
    itemsOf(view.plan, section.id).filter(item => isShown(content, section, field => item.values[field]?.text))
  const open = view.offers.filter(offer =>
    offer.section === section.id && isOpen(offer.status) && isShown(content, section, offerText(view, offer)))
  return {
    items: items.length - open.filter(offer => items.some(item => item.id === offer.itemId)).length, open: open.length
  }
}

/** What an offer's line says: the plan's own text where it has one, as that decides where the item stands. */
export function offerText(view: PlanView, offer: PlanOffer): (field: string) => string | undefined {
  return field => (offer.itemId === undefined ? undefined : view.plan.items[offer.itemId]?.values[field]?.text)
    ?? offer.lines.find(line => line.field === field)?.theirs
}

import type { Localized } from './localized'

// A unit's goal plan beside the week's draft of it, as the server sends them.

export type FieldKind = 'text' | 'longText' | 'date' | 'references' | 'choice' | 'amount'
export interface PlanField {
  id: string, kind: FieldKind, label: Localized
  choices: { id: string, label: Localized }[]
  /** The profiles that ask for the line; all of them where it doesn't say. */
  profiles?: ProfileId[]
  /** The section whose items a reference may mean; the section named as the field where it doesn't say. */
  refersTo?: string
}
export interface PlanSection { id: string, title: Localized, fields: PlanField[], isOfYear: boolean }

export type ProfileId = 'maalplan' | 'proceshjul' | 'aftale' | 'dialogaftale'
/** A section, or those of its items that have one of some choices in a line. */
export interface PartContent { section: string, only?: { field: string, choices: string[] } }
export interface PlanPart { id: string, title: Localized, hint?: Localized, sections: PartContent[] }
export interface PlanProfile { id: ProfileId, title: Localized, parts: PlanPart[] }

export interface PlanOrigin {
  kind: 'leader' | 'source' | 'file' | 'carriedOver' | 'common'
  weekId?: string
  version?: number
  models: { modelId: string, title: string, contentVersion: string, sessionId?: string }[]
  unitIds: string[]
}

export interface PlanValue { text: string, origin: PlanOrigin, source?: string, revision: number }
export interface PlanItem {
  id: string
  head: { section: string, position: number, sourceId?: string, isRefused: boolean }
  values: Record<string, PlanValue>
}
export interface GoalPlan {
  weekId: string
  unitId: string
  profile: ProfileId
  revision: number
  version: number
  isFinished: boolean
  shownToCitizens?: number
  items: Record<string, PlanItem>
}

export type OfferStatus = 'same' | 'kept' | 'refused' | 'new' | 'changed' | 'conflicting'
/** What a leader has to decide about. */
export type OpenStatus = 'new' | 'changed' | 'conflicting'
export interface OfferLine {
  field: string
  readonly status: OfferStatus
  mine?: string
  before?: string
  theirs: string
}
export interface PlanOffer {
  sourceId: string
  section: string
  itemId?: string
  title: string
  status: OfferStatus
  wasRefused: boolean
  origin: PlanOrigin
  lines: OfferLine[]
}

export interface PlanRemaining { kind: string, sentence: Localized, remedy: Localized, itemId?: string, field?: string }

export interface PlanView {
  plan: GoalPlan
  unit: { id: string, name: string, leaderFunction?: string }
  weekTitle: string
  year?: number
  isExample: boolean
  mayChange: boolean
  sections: PlanSection[]
  profile: PlanProfile
  profiles: { id: ProfileId, title: Localized }[]
  names: Record<string, string>
  sources: { sessionId: string, title: string, date?: string, isEnded: boolean }[]
  draftVersion: number
  offers: PlanOffer[]
  notOffered: { sourceId: string, section: string, title: string, reason: string, sentence: Localized }[]
  remaining: PlanRemaining[]
  outcome?: { revision?: number, edits: number, kept: string[], notes?: Localized[] }
}

export type Choice = 'take' | 'keep' | 'both'
export interface Decision { sourceId?: string, section?: string, field?: string, choice: Choice }

export type ChangeKind = 'written' | 'imported' | 'undone' | 'file' | 'carriedOver' | 'finished' | 'reopened'
  | 'common' | 'profile' | 'shown' | 'hidden'
export interface PlanChange {
  revision: number, kind: ChangeKind, at: number, by: string, version?: number, undoes?: number
  edits: { itemId: string, field?: string, before?: unknown, after?: unknown }[]
}

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
export function partsOf(view: PlanView): PlanPart[] {
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

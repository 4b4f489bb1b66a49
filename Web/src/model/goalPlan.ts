import type { Localized } from './localized'

// A unit's goal plan beside the week's draft of it, as the server sends them.

export type FieldKind = 'text' | 'longText' | 'date' | 'references'
export interface PlanField { id: string, kind: FieldKind, label: Localized }
export interface PlanSection { id: string, title: Localized, fields: PlanField[] }

export interface PlanOrigin {
  kind: 'leader' | 'source' | 'file' | 'carriedOver'
  weekId?: string
  version?: number
  models: { modelId: string, title: string, contentVersion: string, sessionId?: string }[]
  unitIds: string[]
}

export interface PlanValue { text: string, origin: PlanOrigin, source?: string, revision: number }
export interface PlanItem { id: string, head: { section: string, position: number, sourceId?: string, isRefused: boolean }, values: Record<string, PlanValue> }
export interface GoalPlan { weekId: string, unitId: string, revision: number, version: number, isFinished: boolean, items: Record<string, PlanItem> }

export type OfferStatus = 'same' | 'kept' | 'refused' | 'new' | 'changed' | 'conflicting'
/** What a leader has to decide about. */
export type OpenStatus = 'new' | 'changed' | 'conflicting'
export interface OfferLine { field: string, readonly status: OfferStatus, mine?: string, before?: string, theirs: string }
export interface PlanOffer { sourceId: string, section: string, itemId?: string, title: string, status: OfferStatus, wasRefused: boolean, origin: PlanOrigin, lines: OfferLine[] }

export interface PlanRemaining { kind: string, sentence: Localized, remedy: Localized, itemId?: string, field?: string }

export interface PlanView {
  plan: GoalPlan
  unit: { id: string, name: string, leaderFunction?: string }
  weekTitle: string
  year?: number
  isExample: boolean
  mayChange: boolean
  sections: PlanSection[]
  names: Record<string, string>
  sources: { sessionId: string, title: string, date?: string, isEnded: boolean }[]
  draftVersion: number
  offers: PlanOffer[]
  notOffered: { sourceId: string, section: string, title: string, reason: string, sentence: Localized }[]
  remaining: PlanRemaining[]
  outcome?: { revision?: number, edits: number, kept: string[] }
}

export type Choice = 'take' | 'keep' | 'both'
export interface Decision { sourceId?: string, section?: string, field?: string, choice: Choice }

export type ChangeKind = 'written' | 'imported' | 'undone' | 'file' | 'carriedOver' | 'finished' | 'reopened'
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
export function takeUncontested(view: PlanView, section: string): Decision[] {
  return view.offers.filter(offer => offer.section === section && (offer.status === 'new' || offer.status === 'changed'))
    .map(offer => ({ sourceId: offer.sourceId, choice: 'take' }))
}

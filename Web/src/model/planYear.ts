import type { FollowUp, YearView as PlanYear, YearViewDay as PlanDay, YearViewSpan as Span } from './generated/types'

// A unit's year, and what is built from all plans of a week.

export type {
  BulkAgreement, FollowUp, Learning, MadeAgreements, ObjectiveReport, ObjectiveStatus,
  ObjectiveStatusUnit as ObjectiveUnit, PlanRepositoryNamedLearning as FoundLearning, SignSeries,
  SignSeriesPoint as Observation, YearView as PlanYear, YearViewDay as PlanDay, YearViewSpan as Span
} from './generated/types'

/** The day of the year as a part of it, from 0 on 1 January to just under 1 on 31 December. */
export function partOfYear(date: string, year: number): number {
  const start = Date.UTC(year, 0, 1)
  const whole = Date.UTC(year + 1, 0, 1) - start
  return Math.min(Math.max((Date.parse(`${date}T00:00:00Z`) - start) / whole, 0), 1)
}

/** What falls in a month, `2027-03`: follow-ups and the plan's own dates. */
export function ofMonth(year: PlanYear, month: string): { followUps: FollowUp[], dates: PlanDay[] } {
  const isIn = (one: { date: string }) => one.date.startsWith(month)
  return { followUps: year.followUps.filter(isIn), dates: year.dates.filter(isIn) }
}

/** Follow-ups that should have been held before a day and are not noted as held. */
export function overdue(year: PlanYear, today: string): FollowUp[] {
  return year.followUps.filter(one => one.date < today && one.doneOn === undefined)
}

export type YearEntry = {
  key: string, date: string
} & ({ kind: 'followUp', followUp: FollowUp } | { kind: 'date' | 'begins' | 'ends', title: string })

/** Everything that happens in a month, by date. */
export function entriesOf(year: PlanYear, month: string): YearEntry[] {
  const { followUps, dates } = ofMonth(year, month)
  const edge = (kind: 'begins' | 'ends', of: (span: Span) => string | undefined) =>
    year.trialActions.flatMap((action): YearEntry[] => {
      const date = of(action)
      return date?.startsWith(month) ? [{ key: `${action.id} ${kind}`, date, kind, title: action.title }] : []
    })
  const entries: YearEntry[] = [
    ...followUps.map((followUp): YearEntry => ({ key: followUp.id, date: followUp.date, kind: 'followUp', followUp })),
    ...dates.map((one): YearEntry => ({
      key: `${one.id} ${one.section}`, date: one.date, kind: 'date', title: one.title
    })),
    ...edge('begins', action => action.start), ...edge('ends', action => action.end),
  ]
  return entries.sort((a, b) => a.date < b.date ? -1 : a.date > b.date ? 1 : 0)
}

/** The next follow-up that is not held. */
export function nextFollowUp(year: PlanYear, today: string): FollowUp | undefined {
  return year.followUps.find(one => one.date >= today && one.doneOn === undefined)
}

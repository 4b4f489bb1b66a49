import { formatDate } from './dates'
import type { Language } from './localized'
import type { ModelSummary } from './modelSummary'
import type { GoalLevel, ParkedRecord } from './areaState'
import type { Week } from './week'

/** The words of the text, in the reader's language. */
export interface NextStepsWords {
  agreed: string
  confirmedBy: (units: string) => string
  lacks: (count: number) => string
  waitsFor: (units: string) => string
  alone: string
  parked: string
  by: (date: string) => string
  noOwner: string
}

/**
 * What a session decided, what it lacks and who takes up what, as plain text to mail or
 * keep. Units and functions, no names.
 */
export function nextStepsText(
  title: string, week: Week, models: readonly ModelSummary[], levels: ReadonlyMap<string, GoalLevel>,
  parked: readonly ParkedRecord[],
  words: NextStepsWords, level: (model: ModelSummary) => string, language: Language,
): string {
  const unit = (id: string | null | undefined): string =>
    [...week.units, ...week.externalParties].find(one => one.id === id)?.name ?? ''
  const lines = [title, '', words.agreed]
  for (const model of models) {
    lines.push(`- ${model.title} (${level(model)})`)
    const standing = model.confirmations.filter(one => one.state === 'current')
      .map(one => unit(one.unitId ?? one.externalId))
    const waiting = model.parties
      .filter(party => !model.confirmations.some(one => one.unitId === party && one.state === 'current'))
      .map(unit)
    if (standing.length > 0) lines.push(`  ${words.confirmedBy(standing.join(', '))}`)
    if (model.missing.length > 0) lines.push(`  ${words.lacks(model.missing.length)}`)
    if (waiting.length > 0) lines.push(`  ${words.waitsFor(waiting.join(', '))}`)
  }
  const alone = week.goals.filter(goal => levels.get(goal.id)?.decision?.choice === 'alone')
  if (alone.length > 0) {
    lines.push('', words.alone, ...alone.map(goal => `- ${goal.text} (${levels.get(goal.id)?.decision?.reason ?? ''})`))
  }
  const open = parked.filter(item => !item.settled)
  if (open.length > 0) {
    lines.push('', words.parked, ...open.map(item => {
      const owner = [unit(item.unitId ?? item.externalId), item.function ?? ''].filter(Boolean).join(', ')
      return `- ${item.text} (${[
        owner === '' ? words.noOwner : owner, item.due ? words.by(formatDate(item.due, language)) : ''
      ].filter(Boolean).join(', ')})`
    }))
  }
  return `${lines.join('\n')}\n`
}

/**
 * The units that have to do with a session and of which nobody is here: owners of its group's
 * goals, and parties to its models.
 */
export function missingUnits(
  week: Week, citizenGroupId: string | null | undefined, models: readonly ModelSummary[], here: ReadonlySet<string>
): string[] {
  const concerned = new Set([
    ...week.goals.filter(goal => citizenGroupId && goal.citizenGroupId === citizenGroupId).map(goal => goal.unitId),
    ...models.flatMap(model => model.parties),
  ])
  return week.units.filter(unit => concerned.has(unit.id) && !here.has(unit.id)).map(unit => unit.name)
}

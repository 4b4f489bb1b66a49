import type { Language } from './localized'
import type { AgendaTemplate, Phase } from './session'

/** A change of an agenda, to be made on whatever it is by then. */
export type AgendaChange = (phases: readonly Phase[]) => readonly Phase[]

/** How many of the first phases stay where they are: those that have passed and the one that goes on. */
export function fixedCount(phase: number, phaseEnteredAt: number | null): number {
  return phaseEnteredAt === null ? 0 : phase + 1
}

/** The phase at another place, but never among those that stay. */
export function moved(id: string, to: number, fixed: number): AgendaChange {
  return phases => {
    const from = phases.findIndex(one => one.id === id)
    const phase = phases[from]
    if (phase === undefined || from < fixed) return phases
    const others = phases.filter(one => one !== phase)
    const place = Math.min(Math.max(to, fixed), others.length)
    return [...others.slice(0, place), phase, ...others.slice(place)]
  }
}

/** One place up (-1) or down (1) from wherever it is. */
export function nudged(id: string, by: -1 | 1, fixed: number): AgendaChange {
  return phases => moved(id, phases.findIndex(one => one.id === id) + by, fixed)(phases)
}

export function removed(id: string): AgendaChange {
  return phases => phases.filter(one => one.id !== id)
}

/** In place of the one with its id, or last. */
export function put(phase: Phase): AgendaChange {
  return phases =>
    phases.some(one => one.id === phase.id) ? phases.map(one => one.id === phase.id ? phase : one) : [...phases, phase]
}

/** What a template says in place of all that has not begun. */
export function fromTemplate(template: AgendaTemplate, fixed: number, newId: () => string): AgendaChange {
  return phases => [
    ...phases.slice(0, fixed),
    ...template.phases.map(one => ({
      id: newId(), title: one.titleDa, titleEn: one.titleEn, minutes: one.minutes,
      ...one.questionDa == null ? {} : { question: one.questionDa },
      ...one.questionEn == null ? {} : { questionEn: one.questionEn },
    })),
  ]
}

/**
 * What somebody wrote in the form of a phase: in their language, so that the other
 * language's words do not contradict it.
 */
export interface PhaseWords { title: string, question: string, minutes: number, modelIds: readonly string[] }

export function rewritten(phase: Phase, words: PhaseWords, language: Language): Phase {
  const { titleEn, questionEn, question, modelIds: _, ...rest } = phase
  const sameTitle = words.title === (language === 'en' ? titleEn ?? phase.title : phase.title)
  const sameQuestion = words.question === ((language === 'en' ? questionEn ?? question : question) ?? '')
  return {
    ...rest, minutes: words.minutes, modelIds: [...words.modelIds],
    ...sameTitle ? { title: phase.title, ...titleEn == null ? {} : { titleEn } } : { title: words.title },
    ...sameQuestion
      ? { ...question == null ? {} : { question }, ...questionEn == null ? {} : { questionEn } }
      : words.question === '' ? {} : { question: words.question },
  }
}

export interface AgendaTimes {
  total: number
  /** When each phase begins, minutes since midnight; null without a start. */
  starts: readonly (number | null)[]
  ends: number | null
  /**
   * Minutes that the agenda runs over the planned end, negative when there is time left; null when one is not known.
   */
  over: number | null
}

/** The agenda against the clock. `behind`: minutes behind the plan now. */
export function agendaTimes(
  phases: readonly Phase[], startsAt: string | null | undefined, endsAt: string | null | undefined, behind = 0
): AgendaTimes {
  const start = minutesOf(startsAt)
  const end = minutesOf(endsAt)
  const total = phases.reduce((sum, one) => sum + one.minutes, 0)
  let at = start
  const starts = phases.map(one => {
    const begins = at
    if (at !== null) at += one.minutes
    return begins
  })
  const ends = start === null ? null : start + total + behind
  return { total, starts, ends, over: ends === null || end === null ? null : ends - end }
}

/** `8:30` as 510. */
export function minutesOf(time: string | null | undefined): number | null {
  const match = /^(\d{1,2})[:.](\d{2})/.exec(time ?? '')
  return match ? Number(match[1]) * 60 + Number(match[2]) : null
}

/** 510 as `08:30`; goes on after midnight. */
export function clockOf(minutes: number): string {
  const inDay = ((minutes % 1440) + 1440) % 1440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}

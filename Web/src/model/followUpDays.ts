/** Follow-ups whose day no governance system names: ids as the server has them, and the day where nothing is set. */
export const followUpDefaults = {
  'council-status': '08-24', 'status': '09-01', 'annual-report': '03-01', 'committee': '11-01', 'directorate': '10-01',
  'baseline': '12-31', 'coordinator-march': '03-01', 'coordinator-october': '10-01',
} as const
export type FollowUpRuleId = keyof typeof followUpDefaults
export const followUpRules = Object.keys(followUpDefaults) as FollowUpRuleId[]

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `MM-DD` of a day and a month as people write them; null when no year, or not every year, has the day. */
export function monthDay(day: string, month: number): string | null {
  const number = /^\d{1,2}$/.test(day.trim()) ? Number(day) : 0
  const length = lengths[month - 1]
  if (length === undefined || number < 1 || number > length) return null
  return `${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`
}

export function parts(text: string): { day: string, month: number } {
  const [month, day] = text.split('-').map(Number)
  return { day: String(day), month: month ?? 1 }
}

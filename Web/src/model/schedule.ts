interface Planned { minutes: number }

/**
 * Minutes behind the plan, negative when ahead: what has gone since the session began, against what was planned for
 * the phases before this one, and for this one as far as its time is used. Null before it began.
 */
export function minutesBehind(
  phases: readonly Planned[], phase: number, beganAt: number | null, phaseEnteredAt: number | null, now: number
): number | null {
  if (beganAt === null || phaseEnteredAt === null) return null
  const minutes = (ms: number): number => ms / 60_000
  const before = phases.slice(0, phase).reduce((sum, one) => sum + one.minutes, 0)
  const late = minutes(phaseEnteredAt - beganAt) - before
  const over = Math.max(0, minutes(now - phaseEnteredAt) - (phases[phase]?.minutes ?? 0))
  return Math.round(late + over)
}

export type { PersonalNumberPlace } from './generated/types'

const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/**
 * Six digits, then four, with or without a hyphen or a space between; no digit before or after. What stands before is
 * matched and not looked back at: Safari before 16.4 cannot read an expression that does, nor then the page.
 */
const space = '[ \\u00a0\\u202f\\u2009]?'
const hyphen = '[-\\u2010-\\u2014\\u2212]'
const candidate = new RegExp(
  `(?:^|[^0-9])([0-9]{2})([0-9]{2})([0-9]{2})(?:${space}${hyphen}${space}|${space})[0-9]{4}(?![0-9])`, 'g')

/**
 * Whether a text holds what looks like a CPR number: the first six digits make a date. The check digit is not looked
 * at: since 2007 numbers are given out that do not pass it. `Sources/Planning/Format/PersonalNumber.swift` finds the
 * same.
 */
export function hasPersonalNumber(text: string): boolean {
  for (const [, day = '', month = '', year = ''] of text.matchAll(candidate)) {
    if (isDate(Number(day), Number(month), Number(year))) return true
  }
  return false
}

function isDate(day: number, month: number, year: number): boolean {
  return day >= 1 && day <= (days[month - 1] ?? 0) && (month !== 2 || day < 29 || year % 4 === 0)
}

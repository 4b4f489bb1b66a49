// Dates are YYYY-MM-DD without time zone; they are read and written as people do here.

const months = {
  da: [
    'januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november',
    'december'
  ],
  en: [
    'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
    'December'
  ],
}
const weekdays = {
  da: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}
type Language = keyof typeof months

interface Parts { year: number, month: number, day: number }

function partsOf(date: string | null | undefined): Parts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '')
  if (!match) return null
  return valid({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })
}

function valid(parts: Parts): Parts | null {
  const { year, month, day } = parts
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1) return null
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? parts : null
}

const pad = (value: number) => String(value).padStart(2, '0')
const isoOf = ({ year, month, day }: Parts) => `${year}-${pad(month)}-${pad(day)}`
const utcOf = ({ year, month, day }: Parts) => new Date(Date.UTC(year, month - 1, day))

/** `5. januar 2027` / `5 January 2027`; something that is no date is given back as it is. */
export function formatDate(date: string | null | undefined, language: Language = 'da'): string {
  const parts = partsOf(date)
  if (!parts) return date ?? ''
  const name = months[language][parts.month - 1] ?? ''
  return language === 'da' ? `${parts.day}. ${name} ${parts.year}` : `${parts.day} ${name} ${parts.year}`
}

/** `19/1` / `19 Jan`, where the year is known and room is short. */
export function formatShortDate(date: string | null | undefined, language: Language = 'da'): string {
  const parts = partsOf(date)
  if (!parts) return date ?? ''
  return language === 'da'
    ? `${parts.day}/${parts.month}`
    : `${parts.day} ${(months.en[parts.month - 1] ?? '').slice(0, 3)}`
}

/** The name of a month, from 0. */
export function monthName(index: number, language: Language = 'da'): string {
  return months[language][index] ?? ''
}

/** `tirsdag den 19. januar 2027` / `Tuesday 19 January 2027` */
export function formatLongDate(date: string | null | undefined, language: Language = 'da'): string {
  const parts = partsOf(date)
  if (!parts) return date ?? ''
  const weekday = weekdays[language][utcOf(parts).getUTCDay()] ?? ''
  return language === 'da' ? `${weekday} den ${formatDate(date, language)}` : `${weekday} ${formatDate(date, language)}`
}

export function formatPeriod(
  start: string | null | undefined, end: string | null | undefined, language: Language = 'da'
): string {
  if (!start && !end) return ''
  if (start === end || !end) return formatDate(start, language)
  return `${formatDate(start, language)} – ${formatDate(end, language)}`
}

/** Times are written 08.30 in Danish. */
export function formatTime(time: string | null | undefined, language: Language = 'da'): string {
  const match = /^(\d{1,2})[:.](\d{2})/.exec(time ?? '')
  if (!match) return time ?? ''
  return `${(match[1] ?? '').padStart(2, '0')}${language === 'da' ? '.' : ':'}${match[2]}`
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit' })

/** `5. januar 2027 kl. 08.30`, in Denmark's time, of milliseconds since 1970. */
export function formatDateTime(at: number, language: Language = 'da'): string {
  const date = new Date(at)
  const time = formatTime(clock.format(date), language)
  return language === 'da'
    ? `${formatDate(todayInDenmark(date), language)} kl. ${time}`
    : `${formatDate(todayInDenmark(date), language)} ${time}`
}

/** The time of day in Denmark, of milliseconds since 1970: `10.42`. */
export function formatClock(at: number, language: Language = 'da'): string {
  return formatTime(clock.format(new Date(at)), language)
}

/** ISO 8601 week number: the week that holds the year's first Thursday is week 1. */
export function isoWeek(date: string): number | null {
  const parts = partsOf(date)
  if (!parts) return null
  const day = utcOf(parts)
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7))
  const firstOfYear = Date.UTC(day.getUTCFullYear(), 0, 1)
  return Math.ceil(((day.getTime() - firstOfYear) / 86_400_000 + 1) / 7)
}

/**
 * A date as people write it: `5. januar 2027`, `5. jan`, `5/1-27`, `5.1.2027`, `05-01-2027`, `2027-01-05`.
 * A day without a year falls in the year of `today` or, where that has passed, in the next. Null: not a date.
 */
export function parseDate(text: string, today: string): string | null {
  const cleaned = text.trim().toLowerCase().replace(/^(man|tirs|ons|tors|fre|lør|søn)dag\s*(den\s*)?/, '')
    .replace(/^d(en|\.)\s*/, '')
  const iso = partsOf(cleaned)
  if (iso) return isoOf(iso)
  const numeric = /^(\d{1,2})\s*[./\- ]\s*(\d{1,2})\.?(?:\s*[./\- ]\s*(\d{4}|\d{2}))?$/.exec(cleaned)
  if (numeric) return completed(Number(numeric[1]), Number(numeric[2]), numeric[3], today)
  const named = /^(\d{1,2})\.?\s*([a-zæøå]{3,})\.?(?:\s*,?\s*(\d{4}|\d{2}))?$/.exec(cleaned)
  if (named) return completed(Number(named[1]), monthNamed(named[2] ?? ''), named[3], today)
  return null
}

function monthNamed(name: string): number {
  for (const list of [months.da, months.en]) {
    const index = list.findIndex(month => month.toLowerCase().startsWith(name))
    if (index >= 0) return index + 1
  }
  return 0
}

function completed(day: number, month: number, yearText: string | undefined, today: string): string | null {
  if (yearText !== undefined) {
    const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText)
    const parts = valid({ year, month, day })
    return parts && isoOf(parts)
  }
  const thisYear = Number(today.slice(0, 4))
  for (const year of [thisYear, thisYear + 1]) {
    const parts = valid({ year, month, day })
    if (parts && isoOf(parts) >= today) return isoOf(parts)
  }
  return null
}

/** Today where the municipality is, whatever the computer's own time zone. */
export function todayInDenmark(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(now)
}

/** Every date from start to end; empty where either is no date, never more than 31. */
export function daysBetween(start: string, end: string): string[] {
  const first = partsOf(start)
  const days: string[] = []
  for (let day = first && utcOf(first); day && days.length < 31; day.setUTCDate(day.getUTCDate() + 1)) {
    const iso = day.toISOString().slice(0, 10)
    if (iso > end) break
    days.push(iso)
  }
  return days
}

/** A time of day as people write it: `8.30`, `08:30`, `830`, `kl. 9`. Null: not a time. */
export function parseTime(text: string): string | null {
  const match = /^(?:kl\.?\s*)?(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text.trim().toLowerCase())
  const hours = Number(match?.[1])
  const minutes = Number(match?.[2] ?? '0')
  return match && hours < 24 && minutes < 60 ? `${pad(hours)}:${pad(minutes)}` : null
}

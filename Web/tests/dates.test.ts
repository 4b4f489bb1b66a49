import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  daysBetween, formatDate, formatLongDate, formatPeriod, formatTime, isoWeek, parseDate, parseTime, todayInDenmark,
  formatShortDate
} from '../src/model/dates'

const today = '2026-11-21'

test('dates read as people write them here', () => {
  assert.equal(formatDate('2027-01-05'), '5. januar 2027')
  assert.equal(formatDate('2027-01-05', 'en'), '5 January 2027')
  assert.equal(formatLongDate('2027-01-19'), 'tirsdag den 19. januar 2027')
  assert.equal(formatPeriod('2027-01-18', '2027-01-22'), '18. januar 2027 – 22. januar 2027')
  assert.equal(formatPeriod('2027-01-18', '2027-01-18'), '18. januar 2027')
  assert.equal(formatTime('08:30'), '08.30')
  assert.equal(formatTime('8:30', 'en'), '08:30')
})

test('what is no date is shown as it was written', () => {
  assert.equal(formatDate('til sommer'), 'til sommer')
  assert.equal(formatDate('2027-02-30'), '2027-02-30')
  assert.equal(formatDate(null), '')
})

test('a date is understood in the ways people write it', () => {
  for (const text of [
    '5. januar 2027', '5 januar 2027', '5. jan 2027', '5. jan. 2027', '5/1-2027', '5/1-27', '5.1.2027', '05-01-2027',
    '2027-01-05', ' 5. JANUAR 2027 ', 'tirsdag den 5. januar 2027', 'd. 5/1 2027', '5 January 2027'
  ]) {
    assert.equal(parseDate(text, today), '2027-01-05', text)
  }
})

test('a day without a year is the next one to come', () => {
  assert.equal(parseDate('5. januar', today), '2027-01-05')
  assert.equal(parseDate('24/12', today), '2026-12-24')
  assert.equal(parseDate('21. november', today), '2026-11-21')
})

test('a day that does not exist is not a date', () => {
  for (const text of [
    '30. februar 2027', '31/4-2027', '0. maj 2027', '5. jul i gaden', 'snart', '13/13-2027', '29. februar 2027',
    '5. xyz 2027'
  ]) {
    assert.equal(parseDate(text, today), null, text)
  }
  assert.equal(parseDate('29. februar 2028', today), '2028-02-29')
})

test('weeks are numbered by ISO 8601', () => {
  assert.equal(isoWeek('2027-01-18'), 3)
  assert.equal(isoWeek('2027-01-01'), 53)
  assert.equal(isoWeek('2026-12-31'), 53)
  assert.equal(isoWeek('2029-12-31'), 1)
  assert.equal(isoWeek('nej'), null)
})

test('a time is understood with a full stop, a colon, or neither', () => {
  for (const [text, time] of [['8.30', '08:30'], ['08:30', '08:30'], [
    'kl. 8.30', '08:30'
  ], ['830', '08:30'], ['1530', '15:30'], ['9', '09:00'], ['24.00', null], ['8.75', null], ['ni', null]] as const) {
    assert.equal(parseTime(text), time, text)
  }
})

test('today is the day in Denmark', () => {
  assert.equal(todayInDenmark(new Date('2027-01-04T23:30:00Z')), '2027-01-05')
  assert.equal(todayInDenmark(new Date('2027-07-04T22:30:00Z')), '2027-07-05')
})

test('the days of a week are listed, and a slip of the pen does not list a century', () => {
  assert.deepEqual(daysBetween('2027-01-30', '2027-02-02'), ['2027-01-30', '2027-01-31', '2027-02-01', '2027-02-02'])
  assert.equal(daysBetween('2027-01-30', '2127-02-02').length, 31)
})

test('a short date is a day and a month', () => {
  assert.deepEqual([
    formatShortDate('2027-01-19'), formatShortDate('2027-01-19', 'en'), formatShortDate('snart'), formatShortDate(null)
  ], ['19/1', '19 Jan', 'snart', ''])
})

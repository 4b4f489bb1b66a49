import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import * as Y from 'yjs'
import { fixedCount } from '../src/model/agenda'
import { commentsOn } from '../src/model/comments'
import { compareDanish } from '../src/model/danish'
import { formatDate, formatTime, isoWeek, parseDate } from '../src/model/dates'
import type { Column } from '../src/model/fieldDefinition'
import { parseFieldDefinitions } from '../src/model/fieldDefinitions'
import { fieldWords, rowWords, type FieldSpeech } from '../src/model/fieldWords'
import { followUpDefaults, monthDay } from '../src/model/followUpDays'
import { keyBetween } from '../src/model/fractionalIndex'
import type { Level, LocalizedText as Localized, Role, SessionCommand, ShownState } from '../src/model/generated/types'
import {
  isAsked, isOpen, isShown, itemsOf, type GoalPlan, type OfferStatus, type PartContent, type PlanSection,
  type ProfileId
} from '../src/model/goalPlan'
import { fieldMap, readReferences, readRows } from '../src/model/layout'
import { levels } from '../src/model/level'
import { lineFault, lineLength } from '../src/model/lineLength'
import { missingFields } from '../src/model/missing'
import { rehearsalOf, rehearsed } from '../src/model/rehearsal'
import { sortRows, type OrderedRow } from '../src/model/rowOrder'
import { mayFacilitate, mayWork } from '../src/model/session'
import { initialSessionState } from '../src/model/sessionState'
import { timerFrom } from '../src/model/shownState'
import { roomIn } from '../src/model/textLimit'
import { seeded } from './random'
import { sharedVectors } from './sharedVectors'

// Rules that the page repeats, each against what the server's own code makes of the same (`SharedRulesTests`).

test('days are there or not, are said and are in weeks as on the server', () => {
  const days = sharedVectors<{ iso: string, da?: string, en?: string, week?: number }>('days')
  assert.ok(days.length > 150)
  for (const { iso, da, en, week } of days) {
    assert.deepEqual([formatDate(iso), formatDate(iso, 'en'), isoWeek(iso)], [da ?? iso, en ?? iso, week ?? null], iso)
  }
})

test('a day that tables take is taken by forms too, and is the same', () => {
  for (const { text, iso } of sharedVectors<{ text: string, iso: string }>('written-days')) {
    assert.equal(parseDate(text, '2026-11-21'), iso, text)
  }
})

test('times of day are said as on the server', () => {
  for (const { text, da, en } of sharedVectors<{ text: string, da: string, en: string }>('times')) {
    assert.deepEqual([formatTime(text), formatTime(text, 'en')], [da, en])
  }
})

test('the days a municipality may set are the server\'s, and so are those that come every year', () => {
  const rules = sharedVectors<{ id: string, day: string }>('follow-up-rules')
  assert.deepEqual(
    Object.entries(followUpDefaults).sort(), rules.map(({ id, day }) => [id, day]).sort()
  )
  sharedVectors<{ days: string[] }>('month-days').forEach(({ days }, month) => {
    const own = Array.from({ length: 41 }, (_, day) => monthDay(String(day), month)).filter(day => day !== null)
    assert.deepEqual(own, days, `month ${month}`)
  })
})

test('rows are in the server\'s order, and there is room between any two of its places', () => {
  const random = seeded(1)
  for (const rows of sharedVectors<OrderedRow[]>('row-order')) {
    const shuffled = rows.map(row => ({ row, at: random() })).sort((a, b) => a.at - b.at).map(({ row }) => row)
    assert.deepEqual(sortRows(shuffled), rows)
    rows.forEach(({ order }, index) => {
      const before = rows[index - 1]?.order
      if (before === undefined || before === order || !/^[0-9A-Za-z]*$/.test(before + order)) return
      const key = keyBetween(before, order)
      assert.ok(before < key && key < order, `${before} < ${key} < ${order}`)
    })
  }
})

test('names are in the server\'s order', () => {
  const names = sharedVectors<string>('danish-order')
  assert.deepEqual([...names].sort().sort(compareDanish), names)
})

test('a text is as long, and a line is taken or not, as on the server', () => {
  const faults = { missing: 'nothingToRead', unreadable: 'nothingToRead', tooLong: 'tooLong' } as const
  for (const { text, characters, bytes, codeUnits, fault } of sharedVectors<{
    text: string, characters: number, bytes: number, codeUnits: number, fault?: string
  }>('lines')) {
    const found = lineFault(text, 80)
    assert.equal(found === null ? undefined : faults[found], fault, JSON.stringify(text))
    if (text === text.trim()) assert.equal(lineLength(text), characters, JSON.stringify(text))
    for (const limit of [{ characters }, { bytes }, { codeUnits }]) {
      assert.equal(roomIn(text, limit).over, 0, JSON.stringify([text, limit]))
      const less = Object.fromEntries(Object.entries(limit).map(([count, most]) => [count, most - 1]))
      if (text !== '') assert.ok(roomIn(text, less).over > 0, JSON.stringify([text, less]))
    }
  }
})

test('a plan\'s parts show the same items in the same order as on the server', () => {
  const [all] = sharedVectors<{
    plan: GoalPlan, sections: PlanSection[], asked: Record<ProfileId, string[]>, open: OfferStatus[],
    parts: { profile: ProfileId, part: string, content: PartContent, items: string[] }[]
  }>('plan-parts')
  assert.ok(all && all.parts.length > 40)
  for (const { profile, part, content, items } of all.parts) {
    const section = all.sections.find(one => one.id === content.section) ?? assert.fail(content.section)
    const own = itemsOf(all.plan, content.section)
      .filter(item => isShown(content, section, field => item.values[field]?.text))
    assert.deepEqual(own.map(item => item.id), items, `${profile} ${part} ${content.section}`)
  }
  for (const [profile, asked] of Object.entries(all.asked)) {
    const own = all.sections.flatMap(section => section.fields.filter(field => isAsked(field, profile as ProfileId))
      .map(field => `${section.id}.${field.id}`))
    assert.deepEqual(own, asked, profile)
  }
  const statuses: Record<OfferStatus, true> = {
    same: true, kept: true, refused: true, new: true, changed: true, conflicting: true
  }
  assert.deepEqual((Object.keys(statuses) as OfferStatus[]).filter(isOpen), all.open)
})

const definitions = parseFieldDefinitions(JSON.parse(readFileSync(
  join(process.env['SAMSPIL_WEB'] ?? '.', '..', 'Sessions', 'templates', 'fields.json'), 'utf8'
)))

test('the field definitions say the same as on the server', () => {
  const theirs = sharedVectors<{
    id: string, section: string, requirement: Record<Level, string>, columns: string[], hasRows: boolean,
    isEntity: boolean, hasAlternative: boolean
  }>('field-definitions')
  const own = new Map(definitions.fields.map(field => [field.id, field]))
  assert.equal(own.size, theirs.length)
  for (const { id, section, requirement, columns, hasRows, isEntity, hasAlternative } of theirs) {
    const field = own.get(id) ?? assert.fail(id)
    assert.deepEqual([field.section, field.requirement, field.kind.kind === 'rows'], [section, requirement, hasRows])
    if (field.kind.kind !== 'rows') continue
    // A unit or somebody from outside is one choice here.
    const shown = columns.includes('unitId') ? columns.filter(column => column !== 'externalId') : columns
    assert.deepEqual(field.kind.columns.map(column => column.id), shown, id)
    assert.deepEqual([field.kind.entity, field.kind.noneBecause !== null], [isEntity, hasAlternative], id)
  }
})

interface Told { text?: Localized, rows: { id: string, cells: Record<string, Localized> }[], references: string[] }

/** Cells stand on a line; a text of a field says what it says, line by line. */
const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

test('a document is read, said and found complete or not as on the server', () => {
  const cases = sharedVectors<{
    update: string, missing: Record<Level, string[]>, fields: Record<string, Told>, comments: Record<string, string[]>,
    names: Record<string, string>
  }>('documents')
  assert.ok(cases.length > 25)
  cases.forEach(({ update, missing, fields, comments, names }, number) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Buffer.from(update, 'base64'))
    for (const level of levels) {
      assert.deepEqual(missingFields(doc, definitions.fields, level).sort(), [...missing[level]].sort(),
        `document ${number}, ${level}`)
    }
    for (const language of ['da', 'en'] as const) {
      const speech: FieldSpeech = {
        name: (_, id) => names[id] ?? '', date: iso => formatDate(iso, language), own: text => text[language],
        yesNo: value => language === 'da' ? (value ? 'ja' : 'nej') : (value ? 'yes' : 'no'),
      }
      for (const field of definitions.fields) {
        const told = fields[field.id]
        const place = `document ${number}, ${field.id}, ${language}`
        if (field.kind.kind === 'rows') {
          const { columns } = field.kind
          const rows = readRows(fieldMap(doc, field.id))
          assert.deepEqual(rows.map(({ id }) => id), told?.rows.map(({ id }) => id) ?? [], place)
          rows.forEach(({ row }, index) => {
            const cells = told?.rows[index]?.cells ?? {}
            const expected = columns.map(column => [column.label[language], cellOf(column, cells, language)] as const)
              .filter(([, text]) => text !== '').map(([label, text]) => `${label}: ${text}`).join('\n')
            assert.equal(flat(rowWords(row, columns, speech)), flat(expected), place)
          })
        }
        if (field.kind.kind === 'references') {
          assert.deepEqual(readReferences(fieldMap(doc, field.id)), told?.references ?? [], place)
        }
        if (field.kind.kind !== 'rows' || readRows(fieldMap(doc, field.id)).length === 0) {
          const [first = '', ...rest] = fieldWords(doc, field, speech)
          const separator = field.kind.kind === 'references' ? ', ' : ' '
          // On the server a date stands in brackets behind its text.
          const own = field.kind.kind === 'textWithDate' && rest.length > 0
            ? `${[first, ...rest.slice(0, -1)].join(' ')} (${rest.at(-1) ?? ''})`
            : [first, ...rest].join(separator)
          assert.equal(flat(own), flat(told?.text?.[language] ?? ''), place)
        }
      }
    }
    for (const { id } of definitions.fields) {
      assert.deepEqual(commentsOn(doc, id).map(comment => comment.text), comments[id] ?? [])
    }
    doc.destroy()
  })
})

function cellOf(column: Column, cells: Record<string, Localized>, language: 'da' | 'en'): string {
  const cell = column.kind.kind === 'party' ? cells['unitId'] ?? cells['externalId'] : cells[column.id]
  return flat(cell?.[language] ?? '')
}

test('a rehearsal goes as the server would decide, and the same phases stay where they are', () => {
  const cases = sharedVectors<(Pick<ShownState, 'phase' | 'phaseEnteredAt' | 'beganAt' | 'timer' | 'ended'> & {
    command: SessionCommand, at: number, fixed: number
  })[]>('rehearsals')
  for (const steps of cases) {
    let state = rehearsalOf(initialSessionState)
    for (const { command, at, fixed, phase, phaseEnteredAt, beganAt, timer, ended } of steps) {
      state = rehearsed(state, command, at) ?? assert.fail(command.kind)
      assert.deepEqual(
        [state.phase, state.phaseEnteredAt, state.beganAt, state.timer, state.ended],
        [phase, phaseEnteredAt ?? null, beganAt ?? null, timerFrom(timer), ended], command.kind
      )
      assert.equal(fixedCount(state.phase, state.phaseEnteredAt), fixed)
    }
  }
})

test('who leads and who writes is the same as on the server', () => {
  const roles = sharedVectors<{ role: Role, leads: boolean, writes: boolean }>('roles')
  assert.ok(roles.length > 3)
  for (const { role, leads, writes } of roles) assert.deepEqual([mayFacilitate(role), mayWork(role)], [leads, writes])
})

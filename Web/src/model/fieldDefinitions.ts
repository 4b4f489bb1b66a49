import type {
  Choice, Column, ColumnKind, EntityKind, FieldDefinition, FieldDefinitions, FieldKind, LevelDefinition, Requirement,
  Section
} from './fieldDefinition'
import { arrayOf, localizedOf, objectOf, stringOf, type Json } from './json'
import { isLevel, levels, type Level } from './level'
import type { Localized } from './localized'

/**
 * Reads the server's field definitions. A municipality may have edited them: what is not understood
 * becomes a text field rather than a page that does not open.
 */
export function parseFieldDefinitions(json: unknown): FieldDefinitions {
  const root = objectOf(json)
  const fields = arrayOf(root['fields']).map(parseField).filter((field): field is FieldDefinition => field !== null)
  const sections = parseSections(root['sections'], fields)
  const values = arrayOf(root['values']).map(objectOf).map(one => ({
    id: stringOf(one['id']), label: localizedOf(one, 'label') ?? { da: stringOf(one['id']), en: stringOf(one['id']) },
    question: localizedOf(one, 'question') ?? { da: '', en: '' },
  })).filter(one => one.id !== '')
  return {
    values, levels: levels.map(level => parseLevel(level, root['levels'])), sections,
    fields: sections.flatMap(section => section.fields)
  }
}

function parseSections(json: unknown, fields: readonly FieldDefinition[]): Section[] {
  const labels = new Map<string, Localized>()
  for (const entry of arrayOf(json)) {
    const section = objectOf(entry)
    const id = stringOf(section['id'])
    labels.set(id, localizedOf(section, 'label') ?? { da: id, en: id })
  }
  for (const { section } of fields) if (!labels.has(section)) labels.set(section, { da: section, en: section })
  return [...labels].map(([id, label]) => ({ id, label, fields: fields.filter(field => field.section === id) }))
    .filter(section => section.fields.length > 0)
}

function parseLevel(id: Level, json: unknown): LevelDefinition {
  const found = arrayOf(json).map(objectOf).find(level => level['id'] === id) ?? {}
  return {
    id, label: localizedOf(found, 'label') ?? { da: id, en: id },
    description: localizedOf(found, 'description') ?? { da: '', en: '' }
  }
}

function parseField(json: unknown): FieldDefinition | null {
  const object = objectOf(json)
  const id = stringOf(object['id'])
  if (id === '') return null
  return {
    id,
    label: localizedOf(object, 'label') ?? { da: id, en: id },
    question: localizedOf(object, 'question') ?? { da: '', en: '' },
    kind: parseKind(object),
    section: stringOf(object['section']),
    requirement: {
      knowledge: requirementOf(object['knowledge']), coordination: requirementOf(object['coordination']),
      coCreation: requirementOf(object['coCreation']),
    },
  }
}

function requirementOf(value: unknown): Requirement {
  return value === 'R' || value === 'O' || value === 'O*' ? value : '-'
}

function parseKind(object: Json): FieldKind {
  switch (stringOf(object['type'])) {
    case 'text': return { kind: 'text' }
    case 'dateRange': return { kind: 'dateRange' }
    case 'longText+date': return { kind: 'textWithDate' }
    case 'ref:unit+function': return { kind: 'unitFunction' }
    case 'ref:citizenGroup': return { kind: 'reference', to: 'citizenGroup' }
    case 'ref:goal[]': return { kind: 'references', to: 'goal' }
    case 'ref:unit[]': return { kind: 'references', to: 'unit' }
    // Things of their own in the week; in the document they are rows like others.
    case 'rows': case 'ref:trialAction[]': case 'ref:sign[]': case 'ref:milestone[]':
      return {
        kind: 'rows', columns: parseColumns(object['columns']), entity: object['type'] !== 'rows',
        noneBecause: localizedOf(objectOf(object['alternative']), 'label')
      }
    default: return { kind: 'longText' }
  }
}

function parseColumns(json: unknown): Column[] {
  const columns = arrayOf(json).map(parseColumn).filter((column): column is Column => column !== null)
  const unit = columns.find(column => column.id === 'unitId')
  const outside = columns.findIndex(column => column.id === 'externalId')
  if (!unit || outside < 0) return columns
  // A row belongs to a unit or to somebody from outside: one choice for the person who fills it in.
  return columns.filter((_, index) => index !== outside)
    .map(column => column === unit ? { ...column, kind: { kind: 'party' } } : column)
}

function parseColumn(json: unknown): Column | null {
  const object = objectOf(json)
  const id = stringOf(object['id'])
  return id === '' ? null : { id, label: localizedOf(object, 'label') ?? { da: id, en: id }, kind: columnKind(object) }
}

const single: Readonly<Record<string, EntityKind>> = { unit: 'unit', externalParty: 'external', goal: 'goal' }
const several: Readonly<Record<string, EntityKind>> = {
  units: 'unit', externalParties: 'external', goals: 'goal', signs: 'sign'
}

function columnKind(object: Json): ColumnKind {
  const name = stringOf(object['kind'])
  const one = single[name]
  const many = several[name]
  if (one) return { kind: 'reference', to: one }
  if (many) return { kind: 'references', to: many }
  switch (name) {
    case 'longText': case 'date': case 'boolean': case 'unitFunction': return { kind: name }
    case 'choice': return { kind: 'choice', choices: arrayOf(object['choices']).map(parseChoice) }
    default: return { kind: 'text' }
  }
}

function parseChoice(json: unknown): Choice {
  const object = objectOf(json)
  const id = stringOf(object['value'])
  return {
    id, label: localizedOf(object, 'label') ?? { da: id, en: id }, levels: arrayOf(object['levels']).filter(isLevel)
  }
}

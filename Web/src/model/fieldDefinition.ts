import type { Level } from './level'
import type { Localized } from './localized'

/**
 * R: must be there before one can agree. O: may. O*: must when a knowledge row holds personal data. -: hidden, kept.
 */
export type Requirement = 'R' | 'O' | 'O*' | '-'

export type EntityKind = 'citizenGroup' | 'goal' | 'unit' | 'external' | 'sign'

export type ColumnKind =
  | { kind: 'text' }
  | { kind: 'longText' }
  | { kind: 'date' }
  | { kind: 'boolean' }
  | { kind: 'reference', to: EntityKind }
  | { kind: 'references', to: EntityKind }
  /** A unit (kept under `unitId`) or somebody from outside (under `externalId`). */
  | { kind: 'party' }
  /** Two entries: `<id>.unitId` and `<id>.function`. */
  | { kind: 'unitFunction' }
  | { kind: 'choice', choices: readonly Choice[] }

export interface Choice {
  id: string
  label: Localized
  /** Levels at which it is offered; empty: all. */
  levels: readonly Level[]
}

export interface Column {
  /** The interchange's member name, which is also the key in the row. */
  id: string
  label: Localized
  kind: ColumnKind
}

export type FieldKind =
  | { kind: 'text' }
  | { kind: 'longText' }
  | { kind: 'reference', to: EntityKind }
  | { kind: 'references', to: EntityKind }
  | { kind: 'dateRange' }
  | { kind: 'textWithDate' }
  | { kind: 'unitFunction' }
  /**
   * `entity`: the rows are things of their own in the week, so that one counts even before anything is written in it.
   * `noneBecause`: the words for the alternative 'none, because …'; null where there is none.
   */
  | { kind: 'rows', columns: readonly Column[], entity: boolean, noneBecause: Localized | null }

export interface FieldDefinition {
  id: string
  label: Localized
  question: Localized
  kind: FieldKind
  section: string
  requirement: Record<Level, Requirement>
}

export interface Section { id: string, label: Localized, fields: readonly FieldDefinition[] }

export interface LevelDefinition { id: Level, label: Localized, description: Localized }

/** One of the municipality's values, and what a session is asked about it. */
export interface ValuePrompt { id: string, label: Localized, question: Localized }

export interface FieldDefinitions {
  /** Empty where the municipality has written none. */
  values: readonly ValuePrompt[]
  levels: readonly LevelDefinition[]
  sections: readonly Section[]
  /** In the order people meet them: by section. */
  fields: readonly FieldDefinition[]
}

export function isShown(field: FieldDefinition, level: Level): boolean {
  return field.requirement[level] !== '-'
}

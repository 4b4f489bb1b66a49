import type * as Y from 'yjs'
import type { FieldDefinition } from '../model/fieldDefinition'
import { changedFields, fieldStates } from '../model/fieldStates'

/** Which fields others changed since one was last here, or last connected. */
export class ChangesAway {
  private changed: readonly string[] = []
  /** What the fields said when one was last here; null while connected. */
  private seen: ReadonlyMap<string, string> | null = null

  constructor(private readonly doc: Y.Doc, private readonly fields: readonly FieldDefinition[]) {}

  get current(): readonly string[] {
    return this.changed
  }

  /** One is away from now on. */
  left(): void {
    this.seen = fieldStates(this.doc, this.fields)
  }

  /** What one writes oneself while away is no news. */
  wroteOneself(): void {
    if (this.seen !== null) this.left()
  }

  cameBack(): void {
    if (this.seen === null) return
    const now = changedFields(this.seen, fieldStates(this.doc, this.fields))
    this.changed = [...new Set([...this.changed, ...now])]
    this.seen = null
  }

  /** One has looked at them. */
  looked(): void {
    this.changed = []
  }
}

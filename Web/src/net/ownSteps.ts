import * as Y from 'yjs'
import type { FieldDefinition } from '../model/fieldDefinition'
import { allRows, isRemoved, rootTypes, type Row } from '../model/layout'
import { othersWroteIn, showRow } from '../model/removedRows'
import { UndoSteps } from '../model/undoSteps'

/** The origin of what this person writes; it is what undo takes back. */
const ownEdit = Symbol('own edit')

/** What must be there before one can write in it: others may write there too, so undo leaves it. */
const preparation = Symbol('preparation')

/** What this person puts back as it was: undone like their writing, and shown in the fields like the others'. */
const restoredEdit = Symbol('restored edit')

/** Where an edit is written, and how many letters come and go. */
export interface EditPlace { place: string, letters: number }

/** What this person writes in a document, by what undo takes back at once. Whose an edit is, is said by its origin. */
export class OwnSteps {
  readonly undo: Y.UndoManager
  private readonly steps = new UndoSteps()
  private sparedRows = 0

  constructor(private readonly doc: Y.Doc, private readonly fields: readonly FieldDefinition[]) {
    this.undo = new Y.UndoManager(rootTypes(doc, fields), {
      trackedOrigins: new Set([ownEdit, restoredEdit]), captureTimeout: Number.MAX_SAFE_INTEGER
    })
  }

  /** How many rows an undo would have taken that stayed, because others had written in them. */
  get spared(): number {
    return this.sparedRows
  }

  edit(change: () => void, at?: EditPlace): void {
    if (this.steps.begins(at?.place ?? null, at?.letters ?? 0, Date.now())) this.undo.stopCapturing()
    this.doc.transact(change, ownEdit)
  }

  prepare<Made>(make: () => Made): Made {
    const made: Made[] = []
    this.doc.transact(() => { made.push(make()) }, preparation)
    return made[0] as Made
  }

  putBack(change: () => void): void {
    this.steps.end()
    this.undo.stopCapturing()
    this.doc.transact(change, restoredEdit)
  }

  /** True where a row that would have gone with what others wrote in it stays. */
  takeBack(): boolean {
    const before = this.visibleRows()
    this.steps.end()
    this.undo.undo()
    const gone = before.filter(row => isRemoved(row) && othersWroteIn(row, this.doc.clientID))
    if (gone.length === 0) return false
    this.prepare(() => gone.forEach(showRow))
    this.sparedRows += gone.length
    return true
  }

  doAgain(): void {
    this.steps.end()
    this.undo.redo()
  }

  private visibleRows(): Row[] {
    return this.fields.filter(field => field.kind.kind === 'rows').flatMap(field => allRows(this.doc.getMap(field.id)))
      .map(({ row }) => row).filter(row => !isRemoved(row))
  }
}

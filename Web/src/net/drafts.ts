import { keepSetting, readSetting } from './browserSetting'
import { Signal } from './signal'

/** Text in a form that is sent as a whole, and has not been. */
export interface Draft {
  /** Which form of whom: `IDENTITY/comment/MODEL/FIELD`. */
  key: string
  sessionId: string
  modelId: string | null
  /** Whose it is, as `identityOf` says it. */
  identity: string
  /** What it would have been, in the language that it was begun in: »Kommentar til Opgaven«. */
  label: string
  text: string
  /** When it was last changed, milliseconds since 1970. */
  at: number
}

const settingName = 'samspil.drafts'
/** As long as a browser is expected to be opened again by the same person; nobody misses a half sentence after that. */
const keptForMs = 30 * 24 * 3600_000
/** The oldest go first: a browser's room is shared with the documents themselves. */
const most = 40

/**
 * What somebody is in the middle of in a form. A form comes and goes with the level, the lock, the phase and the page,
 * and by a reload; what stands in it stays in the browser until it is sent or its writer takes it away.
 */
export class Drafts {
  readonly changed = new Signal()
  private readonly open = new Map<string, number>()
  private all: readonly Draft[] = stored()

  /** Drafts of somebody in a session that no open form shows; the same list until it changes. */
  hidden(sessionId: string, identity: string): readonly Draft[] {
    return this.all.filter(one => one.sessionId === sessionId && one.identity === identity && !this.open.has(one.key))
  }

  /** The same object until something changes. */
  get everything(): readonly Draft[] {
    return this.all
  }

  text(key: string): string {
    return this.all.find(one => one.key === key)?.text ?? ''
  }

  /** A text of nothing but blanks is no draft. */
  write(draft: Draft): void {
    this.keep(kept => draft.text.trim() === ''
      ? kept.filter(one => one.key !== draft.key)
      : [...kept.filter(one => one.key !== draft.key), draft])
  }

  remove(keys: readonly string[]): void {
    this.keep(kept => kept.filter(one => !keys.includes(one.key)))
  }

  /** A form is open that shows this draft; ends by calling what is returned. */
  show(key: string): () => void {
    this.open.set(key, (this.open.get(key) ?? 0) + 1)
    this.tell()
    return () => {
      const left = (this.open.get(key) ?? 1) - 1
      if (left > 0) this.open.set(key, left)
      else this.open.delete(key)
      this.tell()
    }
  }

  /** What another tab has kept meanwhile stays. */
  private keep(change: (kept: readonly Draft[]) => readonly Draft[]): void {
    this.all = change(stored()).slice(-most)
    keepSetting(settingName, JSON.stringify(this.all))
    this.changed.emit()
  }

  private tell(): void {
    this.all = [...this.all]
    this.changed.emit()
  }
}

function stored(): readonly Draft[] {
  try {
    const kept: unknown = JSON.parse(readSetting(settingName) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isDraft).filter(one => Date.now() - one.at < keptForMs) : []
  } catch {
    return []
  }
}

/** What stands in the browser may be of another build, or of somebody's making. */
function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false
  const { key, sessionId, modelId, identity, label, text, at } = value as Record<string, unknown>
  return [key, sessionId, identity, label, text].every(one => typeof one === 'string')
    && (modelId === null || typeof modelId === 'string') && typeof at === 'number'
}

export const drafts = new Drafts()

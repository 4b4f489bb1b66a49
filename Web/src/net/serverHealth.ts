import type { StorageState } from '../model/generated/types'
import { addressOfStorage } from './generated/addresses/text'
import { Signal } from './signal'

/**
 * Whether the server can save. A session's connection says so by itself; pages without one ask. What cannot be
 * asked leaves the last word standing: being offline is told elsewhere.
 */
export class ServerHealth {
  readonly changed = new Signal()
  works = true
  /** Whether nothing new can be begun because room is short; told to administrators alone. */
  isNearlyFull = false

  said(works: boolean, isNearlyFull = this.isNearlyFull): void {
    if (works === this.works && isNearlyFull === this.isNearlyFull) return
    this.works = works
    this.isNearlyFull = isNearlyFull
    this.changed.emit()
  }

  async ask(): Promise<void> {
    try {
      // Not through `request`: what this browser keeps of earlier answers is no answer here.
      const response = await fetch(addressOfStorage(), { credentials: 'same-origin', cache: 'no-store' })
      const body: Partial<StorageState> = await response.json()
      if (response.ok && typeof body.works === 'boolean') this.said(body.works, body.isNearlyFull === true)
    } catch { /* no connection */ }
  }
}

/** There is one server behind a page. */
export const serverHealth = new ServerHealth()

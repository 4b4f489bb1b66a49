import type * as Y from 'yjs'
import { versionDocument } from '../../model/restoreFields'
import { api } from '../../net/api'

/** How many a page holds: as many as parties whose confirmations are looked at together. */
const mostHeld = 8
const held = new Map<string, Promise<Y.Doc | null>>()

/**
 * What a content version says never changes, so it is read once: whatever others change, take back and change again.
 * Where none was kept it is asked for anew, as one may be by then.
 */
export function confirmedDocument(model: string, contentVersion: string): Promise<Y.Doc | null> {
  const key = `${model} ${contentVersion}`
  const known = held.get(key)
  if (known !== undefined) return known
  const read = readDocument(model, contentVersion)
  held.set(key, read)
  const forget = () => { if (held.get(key) === read) held.delete(key) }
  read.then(found => { if (found === null) forget() }, forget)
  const [oldest] = held.keys()
  if (held.size > mostHeld && oldest !== undefined) held.delete(oldest)
  return read
}

/** The newest version with the content that was confirmed; null where none was kept. */
async function readDocument(model: string, contentVersion: string): Promise<Y.Doc | null> {
  const versions = (await api.versions(model)).filter(one => one.contentVersion === contentVersion)
  const newest = Math.max(...versions.map(one => one.number))
  if (versions.length === 0) return null
  const { state } = await api.version(model, newest)
  return state === undefined || state === '' ? null : versionDocument(state)
}

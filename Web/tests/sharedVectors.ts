import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Cases that a rule with two implementations is held to: the server's tests make the file and find it current, the
 * page's hold their own rule to it.
 */
export function sharedVectors<Case>(name: string): Case[] {
  const file = join(process.env['SAMSPIL_WEB'] ?? '.', '..', 'Tests', 'Shared', `${name}.json`)
  return JSON.parse(readFileSync(file, 'utf8')) as Case[]
}

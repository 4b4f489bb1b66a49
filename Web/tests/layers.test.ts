import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const source = join(process.env['SAMSPIL_WEB'] ?? '.', 'src')

function importsOf(folder: string): string[] {
  return readdirSync(join(source, folder)).flatMap(name => [
    ...readFileSync(join(source, folder, name), 'utf8').matchAll(/from '([^']+)'/g)
  ].map(match => `${name}: ${match[1]}`))
}

test('the connection and the model know nothing of views, React or text', () => {
  for (const folder of ['net', 'model']) {
    assert.deepEqual(importsOf(folder).filter(one => /views|text\/|: react(-dom)?(\/|$)/.test(one)), [], folder)
  }
})

test('the model knows nothing of the connection', () => {
  assert.deepEqual(importsOf('model').filter(one => one.includes('../net')), [])
})

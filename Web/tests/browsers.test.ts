import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const source = join(process.env['SAMSPIL_WEB'] ?? '', 'src')

// The build writes syntax anew for the browsers it names; what an expression says it leaves as it is.
test('no expression looks behind, which Safari before 16.4 cannot read', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(name => /\.tsx?$/.test(name))
  assert.ok(files.length > 300)
  const behind = files.filter(name => /\(\?<[=!]/.test(readFileSync(join(source, name), 'utf8')))
  assert.deepEqual(behind, [])
})

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'

test('what is generated from the interface\'s description is what the description says now', () => {
  const { status, stderr } = spawnSync(
    process.execPath, [join(process.env['SAMSPIL_WEB'] ?? '.', 'generate.mjs'), '--check'], { encoding: 'utf8' }
  )
  assert.equal(status, 0, stderr)
})

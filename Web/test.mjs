// Runs the page's unit tests: bundles each of them as node can read it, then `node --test`.
//
//   node Web/test.mjs            all
//   node Web/test.mjs dates      those whose name holds the word
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const local = join(here, 'node_modules', '.bin', 'esbuild')
const environment = { ...process.env, NODE_PATH: process.env.NODE_PATH ?? '/usr/share/nodejs', SAMSPIL_WEB: here }
const word = process.argv[2] ?? ''
const tests = (await readdir(join(here, 'tests'))).filter(name => /\.test\.tsx?$/.test(name) && name.includes(word))
const folder = await mkdtemp(join(tmpdir(), 'samspil-page-tests-'))
try {
  must(existsSync(local) ? local : 'esbuild', [
    ...tests.map(name => join(here, 'tests', name)), '--bundle', '--platform=node', '--format=esm',
    '--out-extension:.js=.mjs',
    `--outdir=${folder}`, '--log-level=warning', '--jsx=automatic',
    '--banner:js=import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  ])
  must(process.execPath, ['--test', ...tests.map(name => join(folder, name.replace(/\.tsx?$/, '.mjs')))])
} finally {
  await rm(folder, { recursive: true, force: true })
}

function must(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: environment })
  if (error) console.error(`${command} could not be started: ${error.message}`)
  if (status !== 0) process.exitCode = status ?? 1
}

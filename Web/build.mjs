// Builds the page: type-checks, bundles with content-hashed names, writes index.html,
// precompresses, and lists the result in dist/manifest.json.
//
//   node Web/build.mjs           does nothing when no source changed
//   node Web/build.mjs --force   builds anyway
//   node Web/build.mjs --no-check  skips the type check (while writing)
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const here = dirname(fileURLToPath(import.meta.url))
const dist = join(here, 'dist')
const debianModules = '/usr/share/nodejs'
const toolFiles = ['build.mjs', 'package.json', 'tsconfig.json', 'index.template.html']

const started = Date.now()
const flags = new Set(process.argv.slice(2))
const stamp = await sourceStamp()
if (!flags.has('--force') && await isCurrent(stamp)) {
  console.log(`Web/dist is up to date (${Date.now() - started} ms)`)
  process.exit(0)
}

if (!flags.has('--no-check')) await run(tool('tsc'), ['--noEmit', '--project', join(here, 'tsconfig.json')])
// Built beside and moved into place, so that a running server never sees half a page.
const staging = join(here, `.dist-${process.pid}`)
await rm(staging, { recursive: true, force: true })
await mkdir(staging, { recursive: true })
try {
  const outputs = await bundle(staging)
  await writeIndex(staging, outputs)
  await writeServiceWorker(staging)
  const files = await compressAll(staging)
  const earlier = await keepEarlier(staging, files)
  await writeFile(join(staging, 'manifest.json'), JSON.stringify({ sources: stamp, files, earlier }, null, 1) + '\n')
  await rm(dist, { recursive: true, force: true })
  await rename(staging, dist)
  report(files, outputs)
} finally {
  await rm(staging, { recursive: true, force: true })
}

/** SHA-256 over every source and tool file, names included. */
async function sourceStamp() {
  const files = [...toolFiles.map(name => join(here, name)), ...(await filesUnder(join(here, 'src')))].sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(relative(here, file)).update('\0').update(await readFile(file)).update('\0')
  return hash.digest('hex')
}

async function isCurrent(stamp) {
  try {
    const manifest = JSON.parse(await readFile(join(dist, 'manifest.json'), 'utf8'))
    return manifest.sources === stamp && manifest.files.every(file => existsSync(join(dist, file.path)))
  } catch {
    return false
  }
}

async function filesUnder(folder) {
  const entries = await readdir(folder, { withFileTypes: true })
  const nested = await Promise.all(entries.map(entry => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(path) : [path]
  }))
  return nested.flat()
}

/** npm's copy when there is one, else the system's. */
function tool(name) {
  const local = join(here, 'node_modules', '.bin', name)
  return existsSync(local) ? local : name
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: here, stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_PATH: process.env.NODE_PATH ?? debianModules },
    })
    child.on('error', error => reject(
      new Error(`${command} could not be started: ${error.message}. On Debian: apt-get install esbuild node-typescript`)
    ))
    child.on('exit', code => code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`)))
  }).catch(error => {
    console.error(error.message)
    process.exit(1)
  })
}

async function bundle(folder) {
  const metafile = join(folder, 'meta.json')
  await run(tool('esbuild'), [
    join(here, 'src/main.tsx'), '--bundle', '--splitting', '--format=esm', '--minify',
    '--target=es2021,chrome96,firefox95,safari15.4',
    '--jsx=automatic', '--define:process.env.NODE_ENV="production"', '--legal-comments=eof', '--charset=utf8',
    `--outdir=${join(folder, 'assets')}`, '--entry-names=[name]-[hash]', '--chunk-names=[name]-[hash]',
    '--asset-names=[name]-[hash]',
    `--metafile=${metafile}`, '--log-level=warning',
  ])
  const meta = JSON.parse(await readFile(metafile, 'utf8'))
  await rm(metafile)
  const outputs = Object.entries(meta.outputs).map(([path, output]) => ({
    path: relative(folder, join(here, path)), entry: output.entryPoint, css: output.cssBundle,
    imports: output.imports ?? [],
  }))
  const script = outputs.find(output => output.entry?.endsWith('main.tsx') && output.path.endsWith('.js'))
  const style = outputs.find(output => output.path.endsWith('.css'))
  const eager = script.imports.filter(one => one.kind === 'import-statement')
    .map(one => relative(folder, join(here, one.path)))
  return { script: script.path, style: style.path, eager }
}

async function writeIndex(folder, { script, style, eager }) {
  const template = await readFile(join(here, 'index.template.html'), 'utf8')
  const links = [
    `<link rel="stylesheet" href="/${style}">`,
    ...eager.map(path => `<link rel="modulepreload" href="/${path}">`),
    `<script type="module" src="/${script}"></script>`,
  ]
  await writeFile(join(folder, 'index.html'), template.replace('<!-- assets -->', links.join('\n  ')))
}

/** The worker keeps a copy of exactly the files of this build. */
async function writeServiceWorker(folder) {
  const assets = (await filesUnder(join(folder, 'assets'))).map(path => '/' + relative(folder, path))
  const source = await readFile(join(here, 'src/offline/worker.js'), 'utf8')
  const name = createHash('sha256').update(assets.join()).digest('hex').slice(0, 12)
  const list = JSON.stringify(['/', ...assets])
  const worker = source.replace("'BUILD'", JSON.stringify(name)).replace('[/* FILES */]', list)
  await writeFile(join(folder, 'worker.js'), worker)
  await writeFile(join(folder, 'icon.svg'), await readFile(join(here, 'src/offline/icon.svg')))
}

async function compressAll(folder) {
  const files = []
  for (const path of (await filesUnder(folder)).sort()) {
    const bytes = await readFile(path)
    const gzipped = await promisify(gzip)(bytes, { level: 9 })
    const hint = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }
    const brotli = await promisify(brotliCompress)(bytes, hint)
    await writeFile(path + '.gz', gzipped)
    await writeFile(path + '.br', brotli)
    files.push({
      path: relative(folder, path), sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length, gzip: gzipped.length, brotli: brotli.length,
      // A name with its content's hash in it may be cached for ever; the others must be asked for again.
      immutable: relative(folder, path).startsWith('assets/'),
    })
  }
  return files
}

/**
 * Pages of the builds before are open while this one is put in, and fetch their parts when they are opened: those files
 * stay for a day after they were last part of a build.
 */
async function keepEarlier(folder, files) {
  const before = await readFile(join(dist, 'manifest.json'), 'utf8').then(JSON.parse).catch(() => ({ files: [] }))
  const until = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString()
  const ended =
    [...before.files.filter(file => file.immutable).map(file => ({ ...file, until })), ...(before.earlier ?? [])]
  const named = new Set(files.map(file => file.path))
  const kept = []
  for (const file of ended) {
    if (named.has(file.path) || Date.parse(file.until) < Date.now() || !existsSync(join(dist, file.path))) continue
    named.add(file.path)
    kept.push(file)
    for (const suffix of ['', '.gz', '.br']) {
      await copyFile(join(dist, file.path + suffix), join(folder, file.path + suffix))
    }
  }
  return kept
}

function report(files, { script, style, eager }) {
  const first = new Set(['index.html', script, style, ...eager])
  const weight = files.filter(file => first.has(file.path)).reduce((sum, file) => sum + file.gzip, 0)
  const whole = files.reduce((sum, file) => sum + file.gzip, 0)
  const [seconds, page, all] = [(Date.now() - started) / 1000, weight / 1024, whole / 1024].map(one => one.toFixed(1))
  console.log(`Web/dist built in ${seconds} s; first page ${page} KB, everything ${all} KB gzipped`)
}

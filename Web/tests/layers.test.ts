import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { test } from 'node:test'

const source = join(process.env['SAMSPIL_WEB'] ?? '.', 'src')

function filesUnder(folder: string): string[] {
  return readdirSync(folder).map(name => join(folder, name))
    .flatMap(path => statSync(path).isDirectory() ? filesUnder(path) : [path])
    .filter(path => /\.tsx?$/.test(path))
}

interface Import { file: string, to: string }

/** What each file imports, also where it is fetched when it is opened: a place below `src`, or a package's name. */
const imports: Import[] = filesUnder(source).flatMap(path =>
  [...readFileSync(path, 'utf8').matchAll(/(?:\bfrom|\bimport\(|\bimport) ?'([^']+)'/g)].map(([, name = '']) => ({
    file: relative(source, path),
    to: name.startsWith('.') ? normalize(join(dirname(relative(source, path)), name)) : name,
  })))

const isIn = (folder: string) => (place: string) => place.startsWith(`${folder}/`)
const said = (found: Import[]) => found.map(({ file, to }) => `${file}: ${to}`)

test('every import is found, in folders inside of folders too', () => {
  assert.ok(imports.length > 1000)
  assert.ok(imports.some(({ file, to }) => file === 'views/session/SessionPage.tsx' && isIn('views/shared')(to)))
  assert.ok(imports.some(({ file, to }) => file === 'views/app/App.tsx' && to === 'views/plan/PlanPage'))
})

test('the connection and the model know nothing of views, React or text', () => {
  const low = imports.filter(({ file }) => isIn('net')(file) || isIn('model')(file))
  const isHigh = (to: string) => isIn('views')(to) || isIn('text')(to) || /^react(-dom)?(\/|$)/.test(to)
  assert.deepEqual(said(low.filter(({ to }) => isHigh(to))), [])
})

test('the model knows nothing of the connection', () => {
  assert.deepEqual(said(imports.filter(({ file, to }) => isIn('model')(file) && isIn('net')(to))), [])
})

test('what all views share knows no page and no element of a page', () => {
  const shared = imports.filter(({ file }) => isIn('views/shared')(file))
  assert.deepEqual(said(shared.filter(({ to }) => isIn('views')(to) && !isIn('views/shared')(to))), [])
})

test('an element that any page may use knows no page', () => {
  const elements = imports.filter(one => isIn('views/ui')(one.file) && isIn('views')(one.to))
  assert.deepEqual(said(elements.filter(({ to }) => !isIn('views/ui')(to) && !isIn('views/shared')(to))), [])
})

test('nobody but the page\'s beginning knows the frame that puts all pages together', () => {
  const known = imports.filter(({ file, to }) => isIn('views/app')(to) && !isIn('views/app')(file))
  assert.deepEqual(said(known), ['main.tsx: views/app/App'])
})

test('a component declares no type for others: those stand in the model, in a hook or in a context', () => {
  const components =
    filesUnder(join(source, 'views')).filter(path => /\/[A-Z]\w*\.tsx$/.test(path) && !path.endsWith('Context.tsx'))
  const declared = components.filter(path => /^export (interface|type) /m.test(readFileSync(path, 'utf8')))
  assert.deepEqual(declared.map(path => relative(source, path)), [])
})

test('no files import each other in a ring, not even for a type', () => {
  const known = new Map(filesUnder(source).map(path => {
    const file = relative(source, path)
    return [file.replace(/\.tsx?$/, ''), imports.filter(one => one.file === file).map(one => one.to)]
  }))
  const done = new Set<string>()
  const ring = (place: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(place)) return [...way.slice(way.indexOf(place)), place]
    if (done.has(place)) return null
    for (const next of known.get(place) ?? []) {
      const found = ring(next, [...way, place])
      if (found) return found
    }
    done.add(place)
    return null
  }
  assert.deepEqual([...known.keys()].map(place => ring(place, [])).filter(found => found !== null), [])
})

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { da, en } from '../src/text/catalogue'
import type { Message } from '../src/text/message'
import { translate } from '../src/text/translate'

const source = join(process.env['SAMSPIL_WEB'] ?? '.', 'src')
const keys = Object.keys(da)

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)])
}

const code = sources(source).filter(path => /\.tsx?$/.test(path) && !path.includes('/text/'))
  .map(path => ({ path, text: readFileSync(path, 'utf8') }))
const forms = (message: Message): string[] => typeof message === 'string' ? [message] : [message.one, message.other]
const placeholders = (message: Message): string[] =>
  [...new Set(forms(message).flatMap(form => [...form.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '')))].sort()

test('both languages say the same things', () => {
  assert.deepEqual(Object.keys(en).sort(), [...keys].sort())
})

test('a key stands in one part only, and every part is in the catalogue', () => {
  const written = sources(join(source, 'text')).flatMap(path =>
    [...(readFileSync(path, 'utf8').split('export const en')[0] ?? '').matchAll(/^  '([\w.-]+)':/gm)]
      .map(([, key = '']) => key))
  assert.deepEqual(written.sort(), [...keys].sort())
})

test('no text is empty', () => {
  for (const [key, message] of [...Object.entries(da), ...Object.entries(en)]) {
    for (const form of forms(message)) assert.ok(form.trim() !== '', key)
  }
})

test('a text has the same blanks to fill in both languages', () => {
  for (const key of keys) {
    assert.deepEqual(placeholders(en[key as keyof typeof da]), placeholders(da[key as keyof typeof da]), key)
  }
})

test('every text that is written is used somewhere', () => {
  const all = code.map(file => file.text).join('\n')
  const stems = [...all.matchAll(/`([\w.]+)\.\$\{/g)].map(match => `${match[1]}.`)
  const unused = keys.filter(key => !all.includes(`'${key}'`) && !stems.some(stem => key.startsWith(stem)))
  assert.deepEqual(unused, [])
})

test('no view writes text of its own', () => {
  // A Danish letter or two words in JSX between tags, or in an attribute that people read or hear.
  const own = code.filter(file => file.path.endsWith('.tsx')).flatMap(({ path, text }) => [
    ...[...text.matchAll(/>([^<>{}=]*[a-zæøå]{2,} [a-zæøå]{2,}[^<>{}=;]*)</gi)].map(match => `${path}: ${match[1]}`),
    ...[...text.matchAll(/\b(?:aria-label|title|placeholder|alt)="([^"]+)"/g)].map(match => `${path}: ${match[1]}`),
  ])
  assert.deepEqual(own, [])
})

test('a number chooses between one and several', () => {
  assert.equal(translate('da', 'save.offline', { count: 1 }), 'Offline – 1 ændring ikke sendt')
  assert.equal(translate('da', 'save.offline', { count: 2 }), 'Offline – 2 ændringer ikke sendt')
  assert.equal(translate('en', 'save.offline', { count: 0 }), 'Offline – 0 changes not sent')
})

test('what people wrote is put in as it is, also when it looks like a blank to fill', () => {
  assert.equal(translate('da', 'confirm.for', { unit: '{unit} $& $1' }), '{unit} $& $1 bekræfter')
})

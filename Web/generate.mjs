// Writes the page's types and its client functions from openapi.json, which is what `samspil openapi` writes.
//
//   node Web/generate.mjs           writes src/model/generated and src/net/generated
//   node Web/generate.mjs --check   writes nothing; ends with 1 where one of them is not what it would write
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const notice = '// Generated from openapi.json by generate.mjs. What is written here by hand is lost.\n'
const widest = 120
const prefix = '/api/v1'

/**
 * The files by their path below Web/: the client and the addresses by what they are of, so that each page loads its
 * own.
 */
export function generate(document) {
  const types = new Types(document)
  const operations = operationsOf(document)
  const files = { 'src/model/generated/types.ts': types.declarations() }
  for (const tag of new Set(operations.map(one => one.operation.tags[0]))) {
    const own = operations.filter(one => one.operation.tags[0] === tag)
    const name = tag[0].toLowerCase() + tag.slice(1)
    files[`src/net/generated/client/${name}.ts`] = client(own, document, types)
    files[`src/net/generated/addresses/${name}.ts`] = addresses(own, document, types)
  }
  files['src/net/generated/addresses/sockets.ts'] = sockets(document)
  files['src/net/generated/address.ts'] = address
  return Object.fromEntries(Object.entries(files).filter(([, text]) => text !== '')
    .map(([path, text]) => [path, `${notice}\n${text}`]))
}

/** TypeScript for the schemas of a description. */
class Types {
  constructor(document) {
    this.components = document.components.schemas
  }

  declarations() {
    return Object.entries(this.components).sort(([one], [other]) => one < other ? -1 : 1).map(([name, schema]) => {
      if (schema.type === 'object' && Object.keys(schema.properties ?? {}).length > 0) {
        return `export interface ${name} ${this.members(schema, '')}\n`
      }
      return `export type ${name} = ${this.of(schema)}\n`
    }).join('\n')
  }

  /** Nobody changes what was said: all of it is read only. */
  of(schema, indent = '') {
    if (schema.$ref !== undefined) return nameOf(schema.$ref)
    if (schema.const !== undefined) return literal(schema.const)
    if (schema.enum !== undefined) return union(schema.enum.map(literal), indent)
    const choices = schema.oneOf ?? schema.anyOf
    if (choices !== undefined) return union([...new Set(flat(choices).map(one => this.of(one, indent)))], indent)
    switch (schema.type) {
      case 'string': return 'string'
      case 'integer': case 'number': return 'number'
      case 'boolean': return 'boolean'
      case 'null': return 'null'
      case 'array': {
        const element = this.of(schema.items, indent)
        return `readonly ${/^[\w.]+$|^\{[^]*\}$/.test(element) ? element : `(${element})`}[]`
      }
      case 'object': {
        if (schema.properties !== undefined) return this.members(schema, indent)
        const value = schema.additionalProperties
        return `Record<string, ${value === true ? 'unknown' : this.of(value, indent)}>`
      }
      default: return 'unknown'
    }
  }

  members(schema, indent) {
    const inner = indent + '  '
    const required = new Set(schema.required ?? [])
    const lines = Object.entries(schema.properties).sort(([one], [other]) => one < other ? -1 : 1)
      .map(([name, member]) => {
        const key = /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`
        return `${inner}readonly ${key}${required.has(name) ? '' : '?'}: ${this.of(member, inner)}\n`
      })
    if (lines.length === 0) return `Record<string, ${schema.additionalProperties === true ? 'unknown' : 'never'}>`
    return `{\n${lines.join('')}${indent}}`
  }
}

function nameOf(reference) {
  return reference?.split('/').at(-1)
}

function literal(value) {
  return typeof value === 'string' ? `'${value.replaceAll('\'', '\\\'')}'` : JSON.stringify(value)
}

/** Choices between choices are choices. */
function flat(schemas) {
  return schemas.flatMap(one => one.anyOf ?? one.oneOf ? flat(one.anyOf ?? one.oneOf) : [one])
}

function union(types, indent) {
  const line = types.join(' | ')
  return line.includes('\n') || line.length < widest - 50 ? line : types.map(one => `\n${indent}  | ${one}`).join('')
}

// MARK: The client and the addresses

function operationsOf(document) {
  return Object.entries(document.paths).filter(([path]) => path.startsWith(prefix + '/'))
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) =>
      ({ path: path.slice(prefix.length), method, operation })))
    .sort((one, other) => one.operation.operationId < other.operation.operationId ? -1 : 1)
}

/** One function for each operation that is answered with JSON or with nothing. */
function client(operations, document, types) {
  const text = operations.map(one => callOf(one, types)).filter(one => one !== '').join('\n')
  if (text === '') return ''
  const helpers = ['asked', 'id'].filter(name => text.includes(`${name}(`))
  const seen = text.includes('seen(tag)')
    ? 'const seen = (tag: string | number) => ({ \'If-Match\': `"${tag}"` })\n\n' : ''
  const asking = [
    ...text.includes('perform(') ? ['perform'] : [], ...text.includes('request(') ? ['request'] : [],
    ...text.includes('Bytes') ? ['type Bytes'] : [],
  ]
  return `${namesIn(text, document)}import { ${asking.join(', ')} } from '../../rest'
${helpers.length === 0 ? '' : `import { ${helpers.join(', ')} } from '../address'\n`}
${seen}${text}`
}

/** What a browser is sent to. */
function addresses(operations, document, types) {
  const text = operations.filter(one => one.method === 'get').map(one => addressOf(one, types)).join('\n')
  if (text === '') return ''
  return `${namesIn(text, document)}import { ${['asked', 'id'].filter(name => text.includes(`${name}(`))
    .map(name => `${name}, `).join('')}prefix } from '../address'\n\n${text}`
}

function sockets(document) {
  const all = Object.entries(document['x-websockets']).map(([path, one]) => socketOf(path, one))
  return `import { asked, id } from '../address'\n\n${all.join('\n')}`
}

const address = `export const prefix = '${prefix}'

export const id = encodeURIComponent

/** A query's words after an address; what is undefined is left out. */
export function asked(query: Record<string, string | number | undefined>): string {
  const words = Object.entries(query).flatMap(([name, word]) =>
    word === undefined ? [] : [\`\${name}=\${encodeURIComponent(word)}\`])
  return words.length === 0 ? '' : '?' + words.join('&')
}
`

/** The import of the types that a text speaks of. */
function namesIn(text, document) {
  const used = Object.keys(document.components.schemas).filter(name => new RegExp(`\\b${name}\\b`).test(text)).sort()
  return used.length === 0 ? '' : `import type {\n${filled(used)}} from '../../../model/generated/types'\n`
}

/** Names between commas, as many as fit in a line. */
function filled(names) {
  const lines = ['']
  for (const name of names) {
    const last = lines.at(-1)
    if (last.length + name.length > widest - 6) lines.push(name + ',')
    else lines[lines.length - 1] = last === '' ? name + ',' : `${last} ${name},`
  }
  return lines.map(line => `  ${line}\n`).join('')
}

function parametersOf({ operation }, types) {
  const all = operation.parameters ?? []
  const path = all.filter(one => one.in === 'path').map(one => ({ ...one, type: types.of(one.schema) }))
  const query = all.filter(one => one.in === 'query')
  const asked = query.length === 0 ? undefined
    : `{ ${query.map(one => `${one.name}?: ${types.of(one.schema)}`).join(', ')} }`
  return { path, asked, isConditional: all.some(one => one.name === 'If-Match') }
}

function pathOf({ path }, asked) {
  const filledIn = path.replaceAll(/\{(\w+)\}/g, (_, name) => `\${id(${name})}`)
  const whole = asked === undefined ? filledIn : filledIn + '${asked(query)}'
  return whole === path ? `'${path}'` : `\`${whole}\``
}

/** Nothing for what a browser is sent to rather than asks for. */
function callOf(one, types) {
  const { method, operation } = one
  const answers = Object.entries(operation.responses).filter(([status]) => status !== 'default')
  const schemas = answers.flatMap(([, answer]) => answer.content?.['application/json']?.schema ?? [])
  if (schemas.length === 0 && answers.some(([, answer]) => answer.content !== undefined)) return ''
  const { path, asked, isConditional } = parametersOf(one, types)
  const content = operation.requestBody?.content
  const body = content === undefined ? undefined : bodyOf(content, types)
  const otherTypes = Object.keys(content ?? {}).filter(type => type !== 'application/json')
  const parameters = [
    ...path.map(({ name, type }) => `${name}: ${type}`), ...body === undefined ? [] : [`body: ${body}`],
    ...isConditional ? ['tag: string | number'] : [],
    ...otherTypes.length > 0 ? ['type = \'application/json\''] : [],
    ...asked === undefined ? [] : [`query: ${asked} = {}`],
  ]
  const headers = [
    ...isConditional ? ['...seen(tag)'] : [], ...otherTypes.length > 0 ? ['\'Content-Type\': type'] : [],
  ]
  const given = [
    `'${method.toUpperCase()}'`, pathOf(one, asked),
    ...body !== undefined ? ['body'] : headers.length > 0 ? ['undefined'] : [],
    ...headers.length === 0 ? [] : [headers.length === 1 && isConditional ? 'seen(tag)' : `{ ${headers.join(', ')} }`],
  ]
  const answer = schemas.length === 0 ? 'void' : schemas.map(schema => types.of(schema)).join(' | ')
  const head = `export const ${operation.operationId} = `
  return `/** ${operation.summary} */\n`.replace(/^(.{117}).*( \*\/\n)$/s, '$1$2')
    + wrapped(head, parameters, answer, schemas.length === 0 ? 'perform' : 'request', given)
}

function wrapped(head, parameters, answer, name, given) {
  const short = `${name}(${given.join(', ')})`
  const lines = given.join(', ').length + 4 <= widest ? given.join(', ') : given.join(',\n    ')
  const call = short.length + 2 <= widest ? short : `${name}(\n    ${lines}\n  )`
  const list = parameters.join(', ')
  const one = `${head}(${list}): Promise<${answer}> =>\n  ${call}\n`
  if (one.split('\n').every(line => line.length <= widest)) return one
  return `${head}(\n${parameters.map(parameter => `  ${parameter},\n`).join('')}): Promise<${answer}> =>\n  ${call}\n`
}

/** A document that somebody brings is sent as the file it is. */
function bodyOf(content, types) {
  const schema = content['application/json'].schema
  const named = types.components[nameOf(schema.$ref)] ?? schema
  const isDocument = named.additionalProperties === true || Object.keys(content).length > 1
  return types.of(schema) + (isDocument ? ' | Bytes' : '')
}

function addressOf(one, types) {
  const { path, asked } = parametersOf(one, types)
  const parameters = [
    ...path.map(({ name, type }) => `${name}: ${type}`), ...asked === undefined ? [] : [`query: ${asked} = {}`],
  ]
  const name = one.operation.operationId.replace(/^get/, 'addressOf')
  const place = pathOf(one, asked)
  const whole = place.length + 11 <= widest ? `  prefix + ${place}\n` : `  prefix\n    + ${place}\n`
  const line = `export const ${name} = (${parameters.join(', ')}): string =>\n${whole}`
  if (line.split('\n').every(part => part.length <= widest)) return line
  return line.replace(`(${parameters.join(', ')})`, `(\n${parameters.map(each => `  ${each},\n`).join('')})`)
}

/** A socket's path and query; whose server it is at is not said. */
function socketOf(path, { query }) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const words = path.split(/\W+/).filter(word => word !== '' && word !== 'ws')
  const name = 'socketOf' + words.map(word => word[0].toUpperCase() + word.slice(1)).join('')
  const asked = `query: { ${Object.keys(query).map(word => `${word}?: string | number`).join(', ')} } = {}`
  return `export const ${name} = (\n${names.map(one => `  ${one}: string,\n`).join('')}  ${asked},\n): string =>\n`
    + `  \`${path.replaceAll(/\{(\w+)\}/g, (_, one) => `\${id(${one})}`)}\${asked(query)}\`\n`
}

// MARK: Running

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = generate(JSON.parse(await readFile(join(here, 'openapi.json'), 'utf8')))
  const isCheck = process.argv.includes('--check')
  const there = (await Promise.all(['src/model/generated', 'src/net/generated'].map(filesUnder))).flat()
  for (const path of new Set([...Object.keys(files), ...there])) {
    const text = files[path]
    if (isCheck) {
      if (await readFile(join(here, path), 'utf8').catch(() => undefined) === text) continue
      console.error(`Web/${path} is not what openapi.json says: run node Web/generate.mjs`)
      process.exitCode = 1
    } else if (text === undefined) {
      await rm(join(here, path))
    } else {
      await mkdir(dirname(join(here, path)), { recursive: true })
      await writeFile(join(here, path), text)
    }
  }
}

async function filesUnder(folder) {
  const entries = await readdir(join(here, folder), { withFileTypes: true }).catch(() => [])
  const nested = await Promise.all(entries.map(entry =>
    entry.isDirectory() ? filesUnder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))
  return nested.flat()
}

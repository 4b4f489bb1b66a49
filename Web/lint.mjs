// Looks at the page's sources with eslint from Debian's packages, and with the compiler for what needs types.
//
//   node Web/lint.mjs
//
// A comment cannot switch a rule off.
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const debianModules = '/usr/share/nodejs'

// eslint and its plugins ask for their parts by name; node looks for those in Debian's folder only when it is told to.
if (process.env.NODE_PATH === undefined) {
  process.env.NODE_PATH = debianModules
  createRequire(import.meta.url)('node:module').Module._initPaths()
}
const { CLIEngine } = createRequire(debianModules + '/')('eslint')
const { typeComplaints } = await import('./lint/types.mjs')

const engine = new CLIEngine({
  cwd: here, useEslintrc: false, configFile: join(here, 'lint/rules.json'), allowInlineConfig: false,
  parser: join(here, 'lint/parser.cjs'), resolvePluginsRelativeTo: join(debianModules, 'eslint-plugin-react-hooks'),
  extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js'], ignorePattern: ['dist', 'node_modules'],
})
const { results } = engine.executeOnFiles(['.'])

/** eslint reads no CSS. */
function styleComplaints(folder) {
  return readdirSync(folder).flatMap(name => readFileSync(join(folder, name), 'utf8').split('\n')
    .map((text, index) => ({ text, file: join(folder, name), line: index + 1, rule: 'max-len' }))
    .filter(({ text }) => [...text].length > 120)
    .map(one => ({ ...one, message: 'This line is longer than 120 columns.' })))
}

const complaints = [
  ...results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => ({ file: filePath, line, rule: ruleId ?? 'syntax', message }))),
  ...typeComplaints(here),
  ...styleComplaints(join(here, 'src/style')),
]
for (const { file, line, rule, message } of complaints) {
  console.error(`Web/${relative(here, file)}:${line}: ${message} [${rule}]`)
}
console.log(
  `${results.length} files of the page looked at, ${complaints.length} complaint${complaints.length === 1 ? '' : 's'}`
)
process.exitCode = complaints.length === 0 ? 0 : 1

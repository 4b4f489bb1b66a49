// TypeScript for eslint. Debian has Babel's parser, but neither typescript-eslint nor a whole @babel/eslint-parser
// (its eslint-scope-5-internals is missing). Babel can give the tree that eslint expects; types are left out of what
// eslint walks, so that its rules see the program that runs. Types are tsc's to check, and `types.mjs`'s.
const { parse } = require('@babel/parser')
const { TYPES } = require('@babel/types')
const { KEYS } = require('eslint-visitor-keys')

/** Of what TypeScript adds, only these have a part that runs. */
const running = {
  TSAsExpression: ['expression'], TSSatisfiesExpression: ['expression'], TSNonNullExpression: ['expression'],
  TSTypeAssertion: ['expression'], TSParameterProperty: ['parameter'], TSExportAssignment: ['expression'],
}
const visitorKeys = {
  ...KEYS, ...Object.fromEntries(TYPES.filter(type => type.startsWith('TS')).map(type => [type, []])), ...running,
}

exports.parseForESLint = (text, { filePath }) => {
  const file = parse(text, {
    sourceType: 'module', ranges: true, tokens: true, attachComment: false,
    plugins:
      ['estree', ...(/\.tsx?$/.test(filePath) ? ['typescript'] : []), ...(filePath.endsWith('.tsx') ? ['jsx'] : [])],
  })
  const isComment = one => one.type === 'CommentBlock' || one.type === 'CommentLine'
  const comments =
    file.comments.map(one => ({ ...one, type: one.type.slice('Comment'.length), range: [one.start, one.end] }))
  const tokens = file.tokens.filter(one => !isComment(one)).map(token)
  return { ast: { ...file.program, comments, tokens }, visitorKeys }
}

/** Babel names a token by its kind in the grammar; eslint wants to know whether it is a word or a mark. */
function token({ type, value, start, end, loc }) {
  const kind = type.keyword !== undefined ? 'Keyword' : type.label === 'name' ? 'Identifier' : 'Punctuator'
  return { type: kind, value: String(value ?? type.label), range: [start, end], loc }
}

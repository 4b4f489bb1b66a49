// What only the compiler knows: whether types fit, in tests as in the page; a promise that nobody waits for; and `any`,
// which switches the compiler off.
import { createRequire } from 'node:module'
import { join } from 'node:path'

const ts = createRequire('/usr/share/nodejs/')('typescript')

/** Each complaint as `{ file, line, rule, message }`. */
export function typeComplaints(web) {
  const read = ts.readConfigFile(join(web, 'tsconfig.json'), ts.sys.readFile)
  const { options, fileNames } =
    ts.parseJsonConfigFileContent({ ...read.config, include: ['src', 'tests'] }, ts.sys, web)
  const program = ts.createProgram(fileNames, options)
  const checker = program.getTypeChecker()
  const own = program.getSourceFiles().filter(one => fileNames.includes(one.fileName))
  return own.flatMap(file => [...complaintsIn(file, checker), ...misfits(file, program)])
}

function complaintsIn(file, checker) {
  const found = []
  const complain = (node, rule, message) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file))
    found.push({ file: file.fileName, line: line + 1, rule, message })
  }
  const visit = node => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) complain(node, 'no-any', 'Say what it is, or `unknown`.')
    if (ts.isExpressionStatement(node) && isLeftAlone(node.expression, checker)) {
      complain(node, 'no-floating-promises', 'Wait for it, say what happens when it fails, or write `void`.')
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** What does not fit its type, and what is named and never read. Bundled for a test, types are taken away unseen. */
function misfits(file, program) {
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(one => ({
    file: file.fileName, line: file.getLineAndCharacterOfPosition(one.start).line + 1, rule: `types-${one.code}`,
    message: ts.flattenDiagnosticMessageText(one.messageText, ' '),
  }))
}

/** A promise whose failure is heard by nobody. */
function isLeftAlone(expression, checker) {
  if (ts.isParenthesizedExpression(expression)) return isLeftAlone(expression.expression, checker)
  if (ts.isBinaryExpression(expression)) {
    return isChoice(expression.operatorToken.kind) && isLeftAlone(expression.right, checker)
  }
  if (ts.isConditionalExpression(expression)) {
    return [expression.whenTrue, expression.whenFalse].some(one => isLeftAlone(one, checker))
  }
  const type = checker.getTypeAtLocation(expression)
  const isPromise =
    (type.isUnion() ? type.types : [type]).some(one => checker.getPropertyOfType(one, 'then') !== undefined)
  return isPromise && !isHandled(expression)
}

function isChoice(kind) {
  return [
    ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken,
    ts.SyntaxKind.CommaToken
  ].includes(kind)
}

/** `.catch(…)`, `.then(…, …)`, and `.finally(…)` after one of them. */
function isHandled(expression) {
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false
  const { name, expression: before } = expression.expression
  if (name.text === 'catch') return expression.arguments.length >= 1
  if (name.text === 'then') return expression.arguments.length >= 2
  return name.text === 'finally' && isHandled(before)
}

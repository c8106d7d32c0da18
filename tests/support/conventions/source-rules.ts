import ts from 'typescript'

import type { FileRule } from './file-rules.ts'
import type { SourceFile } from './repository.ts'

const collectionOrder = [
  'slug',
  'labels',
  'admin',
  'access',
  'versions',
  'fields',
  'hooks',
  'endpoints',
]

const localApi =
  /^(find|findByID|findVersions|findVersionByID|restoreVersion|create|update|delete|count|countVersions|duplicate|findGlobal|updateGlobal|findGlobalVersions|restoreGlobalVersion)$/

const isHook = (path: string) => /^(collections\/[^/]+|src)\/hooks\/[^/]+\.ts$/.test(path)
const isRule = (path: string) => /^src\/access\/[^/]+\.ts$/.test(path)
const isCollection = (path: string) => /^collections\/[^/]+\/index\.ts$/.test(path)

/** `stamp-published-at.ts` exports `stampPublishedAt`; beside it no second function. */
export const oneExportWithTheFilesWords: FileRule = (files) =>
  files
    .filter(({ path }) => isHook(path) || isRule(path))
    .flatMap((file) => {
      const words = file.path.replace(/^.*\/|\.ts$/g, '').replaceAll('-', '')
      const values = exportedValues(parse(file))
      const isMain = ({ name }: ExportedValue) => name.toLowerCase() === words
      const isSecond = (value: ExportedValue) => value.isFunction && !isMain(value)
      return values.some(isMain) && !values.some(isSecond)
        ? []
        : [`${file.path}: exports ${values.map(({ name }) => name).join(', ') || 'nothing'}`]
    })

/** A hook does one thing, in no more than 30 lines. */
export const shortHooks: FileRule = (files) =>
  files
    .filter(({ path }) => isHook(path))
    .flatMap((file) => {
      const source = parse(file)
      return functionsIn(source).flatMap((node) => {
        const length = lineOf(source, node.getEnd()) - lineOf(source, node.getStart(source)) + 1
        return length > 30
          ? [`${file.path}:${lineOf(source, node.getStart(source)) + 1}: ${length} lines`]
          : []
      })
    })

/** A collection reads slug, labels, admin, access, versions, fields, hooks, endpoints. */
export const collectionsReadInOrder: FileRule = (files) =>
  files
    .filter(({ path }) => isCollection(path))
    .flatMap((file) => {
      const config = configObject(parse(file))
      if (!config) return [`${file.path}: no exported object with a slug`]
      const keys = config.properties
        .map((property) => property.name?.getText() ?? '')
        .filter((key) => collectionOrder.includes(key))
      const sorted = [...keys].sort(
        (a, b) => collectionOrder.indexOf(a) - collectionOrder.indexOf(b),
      )
      return keys.join() === sorted.join() ? [] : [`${file.path}: ${keys.join(', ')}`]
    })

/** Without `req`, a call leaves the transaction and the user of its request. */
export const localApiCallsPassReq: FileRule = (files) =>
  files
    .filter(({ path }) => /^(collections|src\/(access|fields|hooks))\//.test(path))
    .flatMap((file) => {
      const source = parse(file)
      const breaches: string[] = []
      visit(source, (node) => {
        if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return
        const { expression, name } = node.expression
        if (!/(^|\.)payload$/.test(expression.getText(source)) || !localApi.test(name.text)) return
        const [argument] = node.arguments
        if (argument && ts.isObjectLiteralExpression(argument) && !names(argument).includes('req'))
          breaches.push(`${file.path}:${lineOf(source, node.getStart(source)) + 1}`)
      })
      return breaches
    })

function parse({ path, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, (child) => visit(child, see))
}

type ExportedValue = { name: string; isFunction: boolean }

function exportedValues(source: ts.SourceFile): ExportedValue[] {
  return source.statements.flatMap((statement): ExportedValue[] => {
    if (ts.isExportDeclaration(statement) && !statement.isTypeOnly)
      return [{ name: 'a re-export', isFunction: true }]
    if (!ts.canHaveModifiers(statement)) return []
    const isExported = ts
      .getModifiers(statement)
      ?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    if (!isExported) return []
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ initializer, name }) => ({
        name: name.getText(source),
        isFunction: initializer !== undefined && ts.isArrowFunction(initializer),
      }))
    if (!ts.isFunctionDeclaration(statement)) return []
    return [{ name: statement.name?.text ?? 'default', isFunction: true }]
  })
}

function functionsIn(source: ts.SourceFile): ts.Node[] {
  const found: ts.Node[] = []
  visit(source, (node) => {
    if (ts.isFunctionDeclaration(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node))
      found.push(node)
  })
  return found
}

function configObject(source: ts.SourceFile): ts.ObjectLiteralExpression | undefined {
  let found: ts.ObjectLiteralExpression | undefined
  visit(source, (node) => {
    if (!found && ts.isObjectLiteralExpression(node) && names(node).includes('slug')) found = node
  })
  return found
}

function names(node: ts.ObjectLiteralExpression): string[] {
  return node.properties.map((property) => property.name?.getText() ?? '')
}

function lineOf(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line
}

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

/** `stamp-published-at.ts` exports `stampPublishedAt`, and no second value. */
export const oneExportWithTheFilesWords: FileRule = (files) =>
  files
    .filter(({ path }) => isHook(path) || isRule(path))
    .flatMap((file) => {
      const words = file.path.replace(/^.*\/|\.ts$/g, '').replaceAll('-', '')
      const names = exportedValues(parse(file))
      return names.length === 1 && names[0]?.toLowerCase() === words
        ? []
        : [`${file.path}: exports ${names.join(', ') || 'nothing'}`]
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

function exportedValues(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement) && !statement.isTypeOnly) return ['a re-export']
    if (!ts.canHaveModifiers(statement)) return []
    const isExported = ts
      .getModifiers(statement)
      ?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    if (!isExported) return []
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText(source))
    return ts.isFunctionDeclaration(statement) ? [statement.name?.text ?? 'default'] : []
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

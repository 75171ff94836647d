import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { RULES_ROOM, rulesFiles } from '../support/rules-files'

const files = rulesFiles()

/** Names through which a clock, dice, the environment, the network or another module could come in. */
const GLOBALS = new Set([
  'process', 'globalThis', 'global', 'window', 'self', 'fetch', 'XMLHttpRequest', 'WebSocket', 'crypto', 'performance', 'require', 'module', 'eval', 'Function',
  'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'Promise', 'console', 'Intl', 'Temporal', 'navigator', 'localStorage',
])
const MEMBERS = new Set(['Math.random', 'Date.now', 'Date.parse', 'import.meta'])
/** Words whose answer depends on the machine's language or time zone. */
const LOCAL = /^(toLocale.*|localeCompare|getTimezoneOffset|get(FullYear|Month|Date|Day|Hours|Minutes|Seconds))$/

/** What keeps a file's text from being a pure function of its arguments, with lines. */
function impurities(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const report = (node: ts.Node, what: string) => found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}: ${what}`)
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const from = node.moduleSpecifier.getText(source).slice(1, -1)
      const inside = from.startsWith('.') && !path.relative(RULES_ROOM, path.resolve(RULES_ROOM, path.dirname(file), from)).startsWith('..')
      if (!inside && from !== 'zod') report(node, `imports ${from}`)
      if (from === 'zod' && ts.isImportDeclaration(node) && node.importClause?.isTypeOnly === false && !/\bz\b/.test(node.importClause.getText(source))) report(node, 'imports more than z')
    }
    if (ts.isAwaitExpression(node)) report(node, 'awaits')
    if (ts.isForOfStatement(node) && node.awaitModifier) report(node, 'awaits')
    if (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword)) report(node, 'is async')
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) report(node, 'imports while it runs')
    if (ts.isIdentifier(node) && GLOBALS.has(node.text) && !isName(node)) report(node, `uses ${node.text}`)
    if (ts.isIdentifier(node) && node.text === 'Date' && !isName(node) && !isDateUtc(node)) report(node, 'uses Date')
    if (ts.isPropertyAccessExpression(node) && MEMBERS.has(node.getText(source))) report(node, `uses ${node.getText(source)}`)
    if (ts.isMetaProperty(node)) report(node, 'uses import.meta')
    if (ts.isElementAccessExpression(node) && node.expression.getText(source) === 'Math') report(node, 'takes a member of Math by a computed name')
    if (ts.isPropertyAccessExpression(node) && LOCAL.test(node.name.text)) report(node, `uses ${node.name.text}`)
    if (ts.isVariableStatement(node) && node.parent === source && !(node.declarationList.flags & ts.NodeFlags.Const)) report(node, 'keeps something that can change')
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** A property's, parameter's or field's own name is no use of a global. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node
  return (ts.isPropertyAccessExpression(parent) && parent.name === node) || ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodDeclaration(parent)) && parent.name === node)
}

/** `Date.UTC` counts, it does not look at a clock. */
function isDateUtc(node: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node && node.parent.name.text === 'UTC'
}

describe('lib/rules is pure', () => {
  it('has files to look at', () => expect(files.length).toBeGreaterThan(30))
  it.each(files)('%s imports only itself and zod, and knows no clock, dice, environment or network', (file) => {
    expect(impurities(file, readFileSync(path.join(RULES_ROOM, file), 'utf8'))).toEqual([])
  })
})

describe('the look at lib/rules has teeth', () => {
  it.each([
    ["import { readFile } from 'node:fs'", 'imports node:fs'],
    ["import type { Clock } from '@/lib/clock'", 'imports @/lib/clock'],
    ["import { counties } from '../domain/counties'", 'imports ../domain/counties'],
    ["export { db } from '@/lib/data/db'", 'imports @/lib/data/db'],
    ["import 'server-only'", 'imports server-only'],
    ["const later = import('./season')", 'imports while it runs'],
    ["const fs = require('fs')", 'uses require'],
    ['const now = Date.now()', 'uses Date'],
    ['const now = new Date()', 'uses Date'],
    ["const when = new Date('2023-08-14')", 'uses Date'],
    ['const lot = Math.random()', 'uses Math.random'],
    ["const lot = Math['ran' + 'dom']()", 'takes a member of Math by a computed name'],
    ['const key = process.env.KEY', 'uses process'],
    ['const all = fetch(address)', 'uses fetch'],
    ['const id = crypto.randomUUID()', 'uses crypto'],
    ['async function read() {}', 'is async'],
    ['const read = async () => 1', 'is async'],
    ['const rows = await read()', 'awaits'],
    ['const rows = names.toSorted((a, b) => a.localeCompare(b))', 'uses localeCompare'],
    ['let counted = 0', 'keeps something that can change'],
  ])('%s', (text, what) => {
    expect(impurities('season.ts', text).join('\n')).toContain(what)
  })

  it('lets what is pure be', () => {
    const text = "import { z } from 'zod'\nimport { isDay } from './instant'\nconst at = Date.UTC(2023, 7, 14)\nconst person = { process: 1, date: at }\nexport const all = [z.string(), isDay, person.process]"
    expect(impurities('season.ts', text)).toEqual([])
  })
})

import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { PLANTED } from '../support/rules-files'

const ROOT = path.resolve('.')
const LEAVES = globSync('{app,components}/**/*.{ts,tsx}', { exclude: (name) => name.startsWith(PLANTED) })
const CLIENT = LEAVES.filter((file) => readFileSync(file, 'utf8').startsWith("'use client'"))

/** What a file brings into the browser: types go, server actions are addresses, and `import()` waits until it is called. */
function brought(file: string): string[] {
  const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const [first] = statements
  if (first && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression) && first.expression.text === 'use server') return []
  return statements.flatMap((one) => {
    if (!ts.isImportDeclaration(one) || !ts.isStringLiteral(one.moduleSpecifier) || isOfTypes(one.importClause)) return []
    return [found(file, one.moduleSpecifier.text)]
  })
}

function isOfTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause || clause.name) return false
  const { namedBindings: names, phaseModifier } = clause
  return phaseModifier === ts.SyntaxKind.TypeKeyword || (names !== undefined && ts.isNamedImports(names) && names.elements.every(({ isTypeOnly }) => isTypeOnly))
}

/** The house's own file, or the name of a package. */
function found(from: string, name: string): string {
  const { resolvedModule } = ts.resolveModuleName(name, path.resolve(from), { moduleResolution: ts.ModuleResolutionKind.Bundler, paths: { '@/*': [`${ROOT}/*`] } }, ts.sys)
  return resolvedModule && !resolvedModule.isExternalLibraryImport ? path.relative(ROOT, resolvedModule.resolvedFileName) : name
}

/** The way from a file to what is too heavy for a browser; null where there is none. */
function wayTo(isHeavy: (at: string) => boolean, file: string): readonly string[] | null {
  const ways = new Map<string, readonly string[]>([[file, [file]]])
  // What is put into a map while one goes through it is gone through too.
  for (const [at, way] of ways) {
    if (isHeavy(at)) return way
    if (!/\.tsx?$/.test(at)) continue
    for (const one of brought(at)) if (!ways.has(one)) ways.set(one, [...way, one])
  }
  return null
}

test('no form carries zod or the rules into a browser: limits and words stand apart from the schemas', () => {
  expect(CLIENT.length).toBeGreaterThan(20)
  const isHeavy = (at: string) => at === 'zod' || at.startsWith('lib/rules/')
  expect(CLIENT.map((file) => wayTo(isHeavy, file)).filter((way) => way !== null)).toEqual([])
})

const OF_STAFF = /^(?:app\/(?:console|school|staff)|components\/console)\//

test('S5 no part of a guardian’s page carries all the words of faults into a browser, and none has the router’s link', () => {
  const guardians = CLIENT.filter((file) => !OF_STAFF.test(file))
  expect(guardians.length).toBeGreaterThan(10)
  expect(guardians.map((file) => wayTo((at) => at === 'lib/copy/errors.ts', file)).filter((way) => way !== null)).toEqual([])
  expect(LEAVES.filter((file) => !OF_STAFF.test(file) && /['"]next\/link['"]/.test(readFileSync(file, 'utf8')))).toEqual([])
})

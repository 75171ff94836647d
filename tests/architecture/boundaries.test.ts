import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cruise } from 'dependency-cruiser'
import { ESLint } from 'eslint'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { PLANTED } from '../support/rules-files'

const planted: string[] = []
afterAll(() => planted.forEach((directory) => rmSync(directory, { recursive: true, force: true })))

/** A folder of a room with one file in it; the lint is run on that file alone. */
function plant(room: string, name: string, content: string): string {
  const directory = mkdtempSync(path.join(room, PLANTED))
  planted.push(directory)
  const file = path.join(directory, name)
  writeFileSync(file, content)
  return file
}

const cruiserConfig = z.object({ default: z.object({ forbidden: z.array(z.any()), options: z.any() }) })

async function broken(file: string): Promise<string[]> {
  const { default: config } = cruiserConfig.parse(await import(path.resolve('.dependency-cruiser.mjs')))
  const { output } = await cruise([file], { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true })
  if (typeof output === 'string') throw new Error('expected a result, not a report')
  return output.summary.violations.map((violation) => violation.rule.name)
}

test.each([
  ['lib/rules', "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n", 'lib-rules-packages'],
  ['lib/rules', "import { maskName } from '@/lib/domain/privacy'\nexport const mask = maskName\n", 'lib-rules-stays-in-its-storey'],
  ['lib/domain', "import { db } from '@/lib/data/db'\nexport const read = db\n", 'lib-domain-stays-in-its-storey'],
  ['lib/data', "import { signOut } from '@/lib/commands/sign-out'\nexport const leave = signOut\n", 'lib-data-stays-in-its-storey'],
  ['lib/commands', "import { redirect } from 'next/navigation'\nexport const go = redirect\n", 'lib-commands-packages'],
  ['lib/commands', "import { signOut } from '@/lib/commands/sign-out'\nexport const leave = signOut\n", 'one-command-never-calls-another'],
  ['components', "import { findApplication } from '@/lib/data/applications'\nexport const find = findApplication\n", 'components-stays-in-its-storey'],
  ['app', "import { determine } from '@/lib/rules'\nexport const judge = determine\n", 'app-stays-in-its-storey'],
  ['app', "import { Client } from 'pg'\nexport const client = Client\n", 'app-packages'],
  ['lib/data', "import { determine } from '@/lib/rules/determine'\nexport const judge = determine\n", 'rules-by-their-front-door'],
])('the boundary lint sees, in %s, %s', async (room, content, rule) => {
  expect(await broken(plant(room, 'planted.ts', content))).toContain(rule)
})

async function complaints(file: string): Promise<(string | null)[]> {
  const [result] = await new ESLint().lintFiles([file])
  return result?.messages.map((message) => message.ruleId) ?? []
}

test('a client component on a page, a name that holds anything, a cast and a console are refused', async () => {
  expect(await complaints(plant('app', 'page.tsx', "'use client'\nexport default function Page() {\n  return null\n}\n"))).toContain('house/server-pages')
  expect(await complaints(plant('lib/domain', 'date-utils.ts', 'export const one = 1\n'))).toContain('house/room-names')
  expect(await complaints(plant('lib/domain', 'cast.ts', "export const one = '1' as unknown\n"))).toContain('@typescript-eslint/consistent-type-assertions')
  expect(await complaints(plant('lib/domain', 'loud.ts', "console.log('here')\n"))).toContain('no-console')
  expect(await complaints(plant('lib/domain', 'long.ts', 'export const one = 1\n'.padEnd(21 * 400, '\n')))).toContain('max-lines')
})

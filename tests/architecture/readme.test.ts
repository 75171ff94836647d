import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { appealTransitions } from '@/lib/domain/appeal-status'
import { transitions } from '@/lib/domain/status'

const README = readFileSync(path.resolve('README.md'), 'utf8')

type Moves = Record<string, { to: string; by: readonly string[] }>

/** The rows of the table below a heading. */
function tableUnder(heading: string): string[] {
  const section = README.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return section.split('\n').filter((line) => line.startsWith('| `'))
}

function rowsOf(table: Record<string, Moves>): string[] {
  return Object.entries(table).flatMap(([from, moves]) => Object.entries(moves).map(([event, { to, by }]) => `| \`${from}\` | ${event} | \`${to}\` | ${by.join(', ')} |`))
}

test('the README tells of every move of a registration and of an appeal, and of no other', () => {
  expect(tableUnder('How a registration stands')).toEqual(rowsOf(transitions))
  expect(tableUnder('How an appeal stands')).toEqual(rowsOf(appealTransitions))
})

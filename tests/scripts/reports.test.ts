import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readPlaywright, readVitest } from '@/scripts/test/reports'
import { passingFolder } from '../support/passing-folder'

function reportOf(content: unknown): string {
  const file = path.join(passingFolder(), 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const MESSAGE = 'AssertionError: \u001b[31mexpected 1 to be 2\u001b[39m\n    at node_modules/x.js:1:2\n    at /there/tests/a.test.ts:3:4\n    at /there/tests/b.ts:5:6'
const WHY = 'AssertionError: expected 1 to be 2\n    at /there/tests/a.test.ts:3:4'

test('of a failed test the report of the rooms says why, of a file that did not come to its tests too', () => {
  const assertionResults = [
    { fullName: 'good', status: 'passed', failureMessages: [] },
    { fullName: 'bad', status: 'failed', failureMessages: [MESSAGE] },
    { fullName: 'later', status: 'pending' },
  ]
  const testResults = [{ name: 'a.test.ts', status: 'failed', message: '', assertionResults }, { name: 'c.test.ts', status: 'failed', message: 'SyntaxError: no', assertionResults: [] }]
  expect(readVitest(reportOf({ testResults }))).toEqual([
    { title: 'good', status: 'passed' },
    { title: 'bad', status: 'failed', why: WHY },
    { title: 'later', status: 'skipped' },
    { title: 'c.test.ts', status: 'failed', why: 'SyntaxError: no' },
  ])
})

test('of a failed test the report of the browser says why, and of the whole where it did not begin', () => {
  const specs = [
    { title: 'good', tests: [{ status: 'expected', results: [{ errors: [] }] }] },
    { title: 'bad', tests: [{ status: 'unexpected', results: [{ errors: [{ message: MESSAGE }] }] }] },
  ]
  expect(readPlaywright(reportOf({ suites: [{ title: 'a.spec.ts', specs }], errors: [{ message: 'no application' }] }))).toEqual([
    { title: 'a.spec.ts good', status: 'passed' },
    { title: 'a.spec.ts bad', status: 'failed', why: WHY },
    { title: 'the browser tests as a whole', status: 'failed', why: 'no application' },
  ])
})

test('a failure that tells a long story is cut short', () => {
  const message = Array.from({ length: 50 }, (_, index) => `line ${index}`).join('\n')
  const [outcome] = readVitest(reportOf({ testResults: [{ name: 'a', status: 'failed', message, assertionResults: [] }] }))
  expect(outcome?.why?.split('\n')).toHaveLength(16)
})

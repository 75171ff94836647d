import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { askedPages, PAGES } from '../load/pages'

/** Where what staff open stands in the file tree, and what Next calls such a file. */
const PLACES = [['app/console', 'page.tsx'], ['app/school', 'page.tsx'], ['app/api/staff/exports', 'route.ts']] as const

function addresses(): string[] {
  return PLACES.flatMap(([place, name]) =>
    readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter((file) => path.basename(file) === name)
      .map((file) => path.posix.join(place.slice('app'.length), path.dirname(file).split(path.sep).join('/'))),
  )
}

test('every page of the console and the schools, and every file they give out, is measured by `npm run plans`, or says why not', () => {
  const found = addresses()
  expect(found.length).toBeGreaterThan(40)
  expect(Object.keys(PAGES).toSorted()).toEqual(found.toSorted())
})

test('every page that is to be measured has a question', () => {
  const questions = readdirSync('tests/load/questions').map((file) => readFileSync(path.join('tests/load/questions', file), 'utf8')).join('\n')
  expect(askedPages().filter((page) => !questions.includes(`'${page}'`))).toEqual([])
})

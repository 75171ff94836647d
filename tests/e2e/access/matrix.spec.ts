import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { actions, routes } from './ask'
import { ACTIONS, POSTS } from './matrix'
import { ROUTES } from './routes'

/** Those route handlers that answer a POST. */
const posted = routes().filter((route) => existsSync(`app${route}/route.ts`) && /export (?:(?:async function|const) POST|\{[^}]*\bPOST\b)/.test(readFileSync(`app${route}/route.ts`, 'utf8')))

test('P1 every address and every action of the application is in the matrix, and nothing else is', () => {
  expect(routes().toSorted()).toEqual(Object.keys(ROUTES).toSorted())
  expect(actions().map(({ name }) => name).toSorted()).toEqual(Object.keys(ACTIONS).toSorted())
  expect(posted.toSorted()).toEqual(Object.keys(POSTS).toSorted())
})

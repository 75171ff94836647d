import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { actions, routes } from './ask'
import { ACTIONS, POSTS } from './matrix'
import { ROUTES } from './routes'

/** Those route handlers that answer a POST. */
const posted = routes().filter((route) => existsSync(`app${route}/route.ts`) && /export (?:(?:async function|const) POST|\{[^}]*\bPOST\b)/.test(readFileSync(`app${route}/route.ts`, 'utf8')))

/** What Next itself has built, by whatever file; its own two pages stand in every build. */
const NEXTS_OWN = ['/_global-error', '/_not-found']
const built = () => Object.keys(z.record(z.string(), z.string()).parse(JSON.parse(readFileSync('.next/server/app-paths-manifest.json', 'utf8')))).map((key) => key.replace(/\/(?:page|route)$/, '') || '/')

test('P1 no address is built that the matrix does not see, and no handler takes what the matrix does not try', () => {
  expect(built().filter((route) => !NEXTS_OWN.includes(route)).toSorted()).toEqual(Object.keys(ROUTES).toSorted())
  const verbs = routes().filter((route) => existsSync(`app${route}/route.ts`) && /\b(?:PUT|PATCH|DELETE|HEAD|OPTIONS)\b/.test(readFileSync(`app${route}/route.ts`, 'utf8')))
  expect(verbs).toEqual([])
})

test('P1 every address and every action of the application is in the matrix, and nothing else is', () => {
  expect(routes().toSorted()).toEqual(Object.keys(ROUTES).toSorted())
  expect(actions().map(({ name }) => name).toSorted()).toEqual(Object.keys(ACTIONS).toSorted())
  expect(posted.toSorted()).toEqual(Object.keys(POSTS).toSorted())
})

import { expect, test } from '@playwright/test'
import { actions, routes } from './ask'
import { ACTIONS, ROUTES } from './matrix'

test('P1 every address and every action of the application is in the matrix, and nothing else is', () => {
  expect(routes().toSorted()).toEqual(Object.keys(ROUTES).toSorted())
  expect(actions().map(({ name }) => name).toSorted()).toEqual(Object.keys(ACTIONS).toSorted())
})

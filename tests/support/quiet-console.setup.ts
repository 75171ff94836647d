import { afterEach, beforeEach, vi } from 'vitest'

// React, Next and pg report mistakes on the console and go on: here such a report fails the test that caused it.
const reports: string[] = []

beforeEach(() => {
  reports.length = 0
  vi.spyOn(globalThis.console, 'error').mockImplementation((...said: unknown[]) => {
    reports.push(said.map(String).join(' '))
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  if (reports.length > 0) throw new Error(`console.error was called:\n${reports.join('\n')}`)
})

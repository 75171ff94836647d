import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

/** One test of a runner's report: its whole title, how it ended, and of a failed one what the runner said. */
export type Outcome = { title: string; status: 'passed' | 'failed' | 'skipped'; why?: string | undefined }

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() })),
    }),
  ),
})

const said = z.array(z.object({ message: z.string().default('') })).default([])
const playwrightTest = z.object({ status: z.string(), results: z.array(z.object({ errors: said })).default([]) })
type Suite = { title: string; specs: { title: string; tests: z.infer<typeof playwrightTest>[] }[]; suites?: Suite[] | undefined }
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    title: z.string(),
    specs: z.array(z.object({ title: z.string(), tests: z.array(playwrightTest) })).default([]),
    suites: z.array(suite).optional(),
  }),
)
const playwrightReport = z.object({ suites: z.array(suite), errors: said })

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

const LINES = 16

/** The first lines of what a runner says of a failure, without its colours, and of its stack the line that stands in a test. */
function firstLines(messages: readonly string[]): string {
  const lines = messages.flatMap((message) => stripVTControlCharacters(message).split('\n')).map((line) => line.trimEnd())
  const isStack = (line: string) => /^\s+at /.test(line)
  const place = lines.find((line) => isStack(line) && line.includes('tests/'))
  return [...lines.filter((line) => line !== '' && !isStack(line)).slice(0, LINES), ...(place ? [place] : [])].join('\n')
}

/** A file that failed before its tests began counts as one failed test: nothing that did not run may look like a pass. */
export function readVitest(file: string): Outcome[] {
  return vitestReport.parse(read(file)).testResults.flatMap(({ name, status, message, assertionResults }): Outcome[] => {
    const outcomes = assertionResults.map((one): Outcome => {
      if (one.status === 'failed') return { title: one.fullName, status: 'failed', why: firstLines(one.failureMessages ?? []) }
      return { title: one.fullName, status: one.status === 'passed' ? 'passed' : 'skipped' }
    })
    return status === 'failed' && !outcomes.some((one) => one.status === 'failed') ? [...outcomes, { title: name, status: 'failed', why: firstLines([message]) }] : outcomes
  })
}

export function readPlaywright(file: string): Outcome[] {
  const { suites, errors } = playwrightReport.parse(read(file))
  const outcomes = suites.flatMap((one) => outcomesOf(one, ''))
  return errors.length > 0 ? [...outcomes, { title: 'the browser tests as a whole', status: 'failed', why: firstLines(errors.map((one) => one.message)) }] : outcomes
}

const STATUSES: Readonly<Record<string, Outcome['status']>> = { expected: 'passed', skipped: 'skipped' }

function outcomesOf({ title, specs, suites = [] }: Suite, above: string): Outcome[] {
  const path = `${above} ${title}`.trim()
  const own = specs.flatMap((spec) => spec.tests.map((test): Outcome => {
    const status = STATUSES[test.status] ?? 'failed'
    const why = status === 'failed' ? firstLines(test.results.flatMap((result) => result.errors.map((one) => one.message))) : undefined
    return { title: `${path} ${spec.title}`, status, why }
  }))
  return [...own, ...suites.flatMap((one) => outcomesOf(one, path))]
}

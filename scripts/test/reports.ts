import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** One test of a runner's report: its whole title, and how it ended. */
export type Outcome = { title: string; status: 'passed' | 'failed' | 'skipped' }

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

type Suite = { title: string; specs: { title: string; tests: { status: string }[] }[]; suites?: Suite[] | undefined }
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    title: z.string(),
    specs: z.array(z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) })).default([]),
    suites: z.array(suite).optional(),
  }),
)
const playwrightReport = z.object({ suites: z.array(suite), errors: z.array(z.unknown()).default([]) })

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** A file that failed before its tests began counts as one failed test: nothing that did not run may look like a pass. */
export function readVitest(file: string): Outcome[] {
  return vitestReport.parse(read(file)).testResults.flatMap(({ name, status, assertionResults }): Outcome[] => {
    const outcomes = assertionResults.map((one): Outcome => ({ title: one.fullName, status: one.status === 'passed' || one.status === 'failed' ? one.status : 'skipped' }))
    return status === 'failed' && !outcomes.some((one) => one.status === 'failed') ? [...outcomes, { title: name, status: 'failed' }] : outcomes
  })
}

export function readPlaywright(file: string): Outcome[] {
  const { suites, errors } = playwrightReport.parse(read(file))
  const outcomes = suites.flatMap((one) => outcomesOf(one, ''))
  return errors.length > 0 ? [...outcomes, { title: 'the browser tests as a whole', status: 'failed' }] : outcomes
}

const STATUSES: Readonly<Record<string, Outcome['status']>> = { expected: 'passed', skipped: 'skipped' }

function outcomesOf({ title, specs, suites = [] }: Suite, above: string): Outcome[] {
  const path = `${above} ${title}`.trim()
  const own = specs.flatMap((spec) => spec.tests.map((test): Outcome => ({ title: `${path} ${spec.title}`, status: STATUSES[test.status] ?? 'failed' })))
  return [...own, ...suites.flatMap((one) => outcomesOf(one, path))]
}

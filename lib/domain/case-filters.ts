import { z } from 'zod'
import { AUDIT_REASONS, CASE_GROUNDS, CASE_KINDS } from './cases'
import { hasRight, type StaffRole } from './staff'

/** Where a case stands, as the queue puts it: everything open, what nobody has in hand, what somebody has, and what is done. */
const CASE_STATES = ['open', 'free', 'taken', 'closed'] as const
export type CaseState = (typeof CASE_STATES)[number]

const CASE_AGES = ['overdue', 'due-today', 'three-days', 'week'] as const
export type CaseAge = (typeof CASE_AGES)[number]

/** Whose cases are shown; beside these one officer, by id. */
export const CASE_REVIEWERS = ['free-or-mine', 'mine', 'anyone'] as const
export type CaseReviewers = (typeof CASE_REVIEWERS)[number]

const one = <const Words extends readonly string[]>(words: Words) => z.enum(words).nullable().catch(null)

/** What narrows the queue, whoever looks at it; 「领取下一件」 claims within these. What is unreadable narrows nothing. */
const narrowing = {
  kind: one(CASE_KINDS),
  ground: one([...CASE_GROUNDS, ...AUDIT_REASONS]),
  school: z.string().regex(/^\P{C}{1,20}$/u).nullable().catch(null),
  age: one(CASE_AGES),
  /** a part of a name, sealed: what was searched for does not stand in an address */
  search: z.string().regex(/^[\w-]{1,400}$/).nullable().catch(null),
}
export const caseNarrowing = z.object(narrowing)
export type CaseNarrowing = z.infer<typeof caseNarrowing>

/** The last line of a page: the next one begins after it. */
const cursor = z
  .string()
  .transform((text) => ({ dueAt: Number.parseInt(text, 10), id: text.slice(text.indexOf('_') + 1) }))
  .pipe(z.object({ dueAt: z.int().min(0).max(8e12), id: z.uuid() }))

const caseFilters = z.object({
  ...narrowing,
  status: z.enum(CASE_STATES).catch('open'),
  reviewer: z.union([z.enum(CASE_REVIEWERS), z.uuid()]).nullable().catch(null),
  after: cursor.nullable().catch(null),
})
export type CaseFilters = Omit<z.infer<typeof caseFilters>, 'reviewer'> & { reviewer: CaseReviewers | (string & {}) }

/** The filters of an address. A reviewer sees first what there is to do; who only watches, everybody's. */
export function readCaseFilters(query: Readonly<Record<string, unknown>>, role: StaffRole): CaseFilters {
  const { reviewer, ...filters } = caseFilters.parse(query)
  return { ...filters, reviewer: reviewer ?? (hasRight(role, 'decide') ? 'free-or-mine' : 'anyone') }
}

type Known = { staffId: string; role: StaffRole; schools: readonly { code: string }[]; reviewers: readonly { id: string }[] }

/** What names a school or an officer that the county does not have narrows nothing either: no field of the bar could show it. Oneself by id is 「我的」. */
export function withinCounty(filters: CaseFilters, { staffId, role, schools, reviewers }: Known): CaseFilters {
  const { school, reviewer } = filters
  const words: readonly string[] = CASE_REVIEWERS
  const own = reviewer === staffId && hasRight(role, 'decide')
  const named = words.includes(reviewer) || reviewers.some(({ id }) => id === reviewer)
  return {
    ...filters,
    school: schools.some(({ code }) => code === school) ? school : null,
    reviewer: own ? 'mine' : named ? reviewer : readCaseFilters({}, role).reviewer,
  }
}

/**
 * The list as an address or a form has it: only what differs from the queue as this role finds it first.
 * @param after the line behind which the page begins; null for the first page
 */
export function listQuery(filters: CaseFilters, role: StaffRole, after: CaseFilters['after'] = filters.after): string {
  const { kind, ground, school, age, search, status, reviewer } = filters
  const first = readCaseFilters({}, role)
  const on = Object.entries({ kind, ground, school, age, search, status: status === first.status ? null : status, reviewer: reviewer === first.reviewer ? null : reviewer })
  const query = new URLSearchParams(on.flatMap(([key, value]) => (value === null ? [] : [[key, value]])))
  if (after) query.set('after', `${after.dueAt}_${after.id}`)
  return query.toString()
}

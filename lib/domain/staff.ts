/**
 * Who may do what on the county's side: one table. Navigation, pages, actions and the access tests come from it. A right is
 * a verb of the work; a role has it or not. Whose families somebody may see is not said here: that is the county, and of a
 * school its own pre-allocated applicants.
 */
export const STAFF_ROLES = ['reviewer', 'desk', 'admin', 'school', 'auditor'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

export const RIGHTS = {
  /** see the queue of appeals and audits, and open a case */
  queue: ['reviewer', 'admin'],
  /** claim a case, decide it, ask for a document, write a note */
  decide: ['reviewer'],
  /** give a claimed case to somebody else */
  reassign: ['admin'],
  /** search the county's applications and open one */
  applications: ['reviewer', 'desk', 'admin'],
  /** have a full ID number or phone shown, for a reason that is written down */
  reveal: ['reviewer', 'desk', 'admin', 'school'],
  /** propose what was verified offline, and register a family that stands at the desk */
  desk: ['desk'],
  /** decide what another officer of the desk has proposed */
  approveDesk: ['desk', 'admin'],
  /** look at the papers that the desk has scanned for a family: to decide on them, or to audit what was submitted on them */
  scans: ['reviewer', 'desk', 'admin'],
  /** propose and decide the return of a submission: two administrators */
  returnSubmission: ['admin'],
  /** prepare a season, try it, and publish it or extend its window: two administrators */
  season: ['admin'],
  /** bring in the departments' registers, and ask the departments what families say is wrong */
  registers: ['admin'],
  /** run the final allocation and publish it: two administrators */
  allocation: ['admin'],
  /** propose a school by hand, beside the run */
  override: ['reviewer', 'admin'],
  /** decide what another officer proposed for one family: a school by hand, the answer to an objection */
  approveResult: ['admin'],
  /** the county's figures */
  overview: ['reviewer', 'desk', 'admin'],
  /** end sessions and unlock accounts */
  staff: ['admin'],
  /** read and search the audit log */
  audit: ['auditor'],
  /** look up the applicants of one's own school */
  school: ['school'],
  /** one's own password, one-time codes and sessions */
  account: STAFF_ROLES,
} as const satisfies Record<string, readonly StaffRole[]>
export type Right = keyof typeof RIGHTS

export function hasRight(role: StaffRole, right: Right): boolean {
  return RIGHTS[right].some((one) => one === role)
}

/** The pages that the bar leads to, in its order; a role sees those whose right it has, and lands on the first. */
export const STAFF_PAGES = [
  { name: 'queue', path: '/console/cases', right: 'queue' },
  { name: 'applications', path: '/console/applications', right: 'applications' },
  { name: 'desk', path: '/console/desk', right: 'approveDesk' },
  { name: 'season', path: '/console/season', right: 'season' },
  { name: 'registers', path: '/console/registers', right: 'registers' },
  { name: 'allocation', path: '/console/allocation', right: 'allocation' },
  { name: 'byHand', path: '/console/allocation/by-hand', right: 'override' },
  { name: 'overview', path: '/console/overview', right: 'overview' },
  { name: 'staff', path: '/console/staff', right: 'staff' },
  { name: 'audit', path: '/console/audit', right: 'audit' },
  { name: 'lookup', path: '/school', right: 'school' },
  { name: 'counts', path: '/school/counts', right: 'school' },
  { name: 'admissions', path: '/school/admissions', right: 'school' },
  { name: 'callSheet', path: '/school/call-sheet', right: 'school' },
] as const satisfies readonly { name: string; path: string; right: Right }[]
export type StaffPage = (typeof STAFF_PAGES)[number]

export function pagesOf(role: StaffRole): StaffPage[] {
  return STAFF_PAGES.filter((page) => hasRight(role, page.right))
}

/** Where a role begins its day: with its first page, but at the desk somebody is waiting. */
export function firstPageOf(role: StaffRole): string {
  const pages = pagesOf(role)
  const begun = pages.find(({ name }) => role !== 'desk' || name === 'desk')
  return begun?.path ?? '/staff/account'
}

/** A session of staff ends after this long without a request, and after this long however busy. Real time. */
export const STAFF_IDLE_MS = 30 * 60 * 1000
export const STAFF_LONGEST_MS = 10 * 60 * 60 * 1000

/** A session's token is replaced after this long of use; the one before counts for so long after the new one was first brought, for what was under way. */
export const STAFF_ROTATE_MS = 20 * 60 * 1000
export const STAFF_GRACE_MS = 60 * 1000

/** A browser that an account was signed in to is known for so long afterwards: its wrong tries are counted apart from everybody else's. */
export const KNOWN_BROWSER_MS = 90 * 24 * 60 * 60 * 1000

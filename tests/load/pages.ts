/** What an officer sees at once, and what is made as a file or for paper: a look-up may not keep anybody waiting, a file of a thousand families may for a moment. */
export const GOAL_MS = { page: 50, file: 1000 } as const
export type Goal = keyof typeof GOAL_MS

/**
 * Every page of the county's console and of the schools' desk, and every file that they give out, as Next writes their
 * addresses: by which goal it is measured, or why it is not. `tests/architecture/plans.test.ts` holds it against the file tree.
 */
export const PAGES = {
  '/console/allocation': 'page',
  '/console/allocation/[runId]': 'page',
  '/console/allocation/by-hand': 'page',
  '/console/allocation/compare': 'page',
  '/console/applications': 'page',
  '/console/applications/[applicationId]': 'page',
  '/console/applications/returns': 'page',
  '/console/audit': 'page',
  '/console/audit/[eventId]': 'page',
  '/console/cases': 'page',
  '/console/cases/[caseId]': 'page',
  '/console/desk': 'page',
  '/console/desk/assist': { because: 'an empty form: it asks who is signed in, as every page does' },
  '/console/desk/assist/[assistanceId]': 'page',
  '/console/desk/completions': 'page',
  '/console/desk/completions/[proposalId]': 'page',
  '/console/desk/completions/of/[applicationId]': 'page',
  '/console/desk/families/[applicationId]': 'page',
  '/console/desk/families/[applicationId]/[entry]': 'page',
  '/console/desk/proposals/[proposalId]': 'page',
  '/console/overview': 'page',
  '/console/registers': 'page',
  '/console/registers/uploads/[uploadId]': 'page',
  '/console/season': 'page',
  '/console/season/drafts/[draftId]': 'page',
  '/console/season/drafts/[draftId]/addresses': { because: 'reads the draft, as its first page does, and matches addresses without the database' },
  '/console/season/drafts/[draftId]/agreement': { because: 'reads the draft and the version that stands, as the page of its publication does' },
  '/console/season/drafts/[draftId]/changes': 'page',
  '/console/season/drafts/[draftId]/publish': 'page',
  '/console/season/drafts/[draftId]/settings': { because: 'reads the draft, as its first page does' },
  '/console/season/drafts/[draftId]/tables/[table]': { because: 'reads the draft, as its first page does' },
  '/console/season/drafts/[draftId]/what-if': 'page',
  '/console/season/proposals/[seasonProposalId]': 'page',
  '/console/season/window': 'page',
  '/console/staff': 'page',
  '/console/staff/[staffId]': 'page',
  '/school': 'page',
  '/school/admissions': 'page',
  '/school/admissions/sheet': 'file',
  '/school/applicants/[applicationId]': 'page',
  '/school/call-sheet': 'file',
  '/school/counts': 'page',
  '/api/staff/exports/addresses': { because: 'reads a draft, and of no family' },
  '/api/staff/exports/admissions': 'file',
  '/api/staff/exports/allocation': 'file',
  '/api/staff/exports/inquiries': 'file',
  '/api/staff/exports/school': 'file',
  '/api/staff/exports/season/[id]': 'file',
} as const satisfies Readonly<Record<string, Goal | { because: string }>>

/** Asked before every page: who is signed in, and what time it is. */
export const EVERY_PAGE = 'every page'
type Pages = typeof PAGES
export type AskedPage = { [Page in keyof Pages]: Pages[Page] extends Goal ? Page : never }[keyof Pages] | typeof EVERY_PAGE

export function goalOf(page: AskedPage): Goal {
  return page === EVERY_PAGE ? 'page' : PAGES[page]
}

export function askedPages(): string[] {
  return Object.entries(PAGES).flatMap(([page, goal]) => (typeof goal === 'string' ? [page] : []))
}

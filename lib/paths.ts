import type { AppealSlug } from '@/lib/domain/appeals'
import type { DeskKind } from '@/lib/domain/desk-entries'
import type { PageSize } from '@/lib/domain/material-limits'
import type { Step } from '@/lib/domain/journey'

/** The one table of addresses: pages, actions and tests name them from here. No personal data ever stands in one. */
export const paths = {
  home: '/',
  manual: '/manual',
  manualPart: (part: string) => `/manual#${part}`,
  signIn: '/sign-in',
  children: '/register',
  messages: '/register/messages',
  start: '/register/start',
  application: (id: string) => `/register/${id}`,
  step: (id: string, step: Exclude<Step, 'confirm'>) => `/register/${id}/${step}`,
  confirm: (id: string) => `/register/${id}/confirm`,
  result: (id: string) => `/register/${id}/result`,
  objection: (id: string) => `/register/${id}/objection`,
  admissionNotice: (id: string) => `/api/admissions/${id}`,
  verify: '/verify',
  addressCheck: '/addresses',
  done: (id: string) => `/register/${id}/done`,
  county: (id: string) => `/register/${id}/county`,
  withdraw: (id: string) => `/register/${id}/withdraw`,
  appeal: (id: string, kind: AppealSlug) => `/register/${id}/appeals/${kind}`,
  materials: '/api/materials',
  material: (id: string, page: number, size: PageSize) => `/api/materials/${id}?page=${page}&size=${size}`,
  staffSignIn: '/staff/sign-in',
  staffSignOut: '/staff/sign-out',
  staffSetUp: '/staff/set-up',
  staffAccount: '/staff/account',
  cases: '/console/cases',
  case: (id: string) => `/console/cases/${id}`,
  applications: '/console/applications',
  applicationFile: (id: string) => `/console/applications/${id}`,
  returns: '/console/applications/returns',
  desk: '/console/desk',
  deskFamily: (id: string) => `/console/desk/families/${id}`,
  deskEntry: (id: string, kind: DeskKind) => `/console/desk/families/${id}/${kind}`,
  assist: '/console/desk/assist',
  assistance: (id: string) => `/console/desk/assist/${id}`,
  beginAssistance: (id: string) => `/api/staff/assistances/${id}`,
  completions: '/console/desk/completions',
  completion: (applicationId: string) => `/console/desk/completions/of/${applicationId}`,
  completionProposal: (id: string) => `/console/desk/completions/${id}`,
  proposal: (id: string) => `/console/desk/proposals/${id}`,
  overview: '/console/overview',
  season: '/console/season',
  seasonWindow: '/console/season/window',
  seasonProposal: (id: string) => `/console/season/proposals/${id}`,
  seasonDraft: (id: string) => `/console/season/drafts/${id}`,
  seasonUpload: '/api/staff/seasons',
  seasonFileUpload: (id: string) => `/api/staff/seasons/${id}`,
  seasonExport: (id: string) => `/api/staff/exports/season/${id}`,
  seasonTable: (id: string, table: string) => `/console/season/drafts/${id}/tables/${table}`,
  seasonSettings: (id: string) => `/console/season/drafts/${id}/settings`,
  seasonAgreement: (id: string) => `/console/season/drafts/${id}/agreement`,
  seasonChanges: (id: string) => `/console/season/drafts/${id}/changes`,
  seasonAddresses: (id: string) => `/console/season/drafts/${id}/addresses`,
  seasonWhatIf: (id: string) => `/console/season/drafts/${id}/what-if`,
  seasonPublish: (id: string) => `/console/season/drafts/${id}/publish`,
  registers: '/console/registers',
  registerUpload: (id: string) => `/console/registers/uploads/${id}`,
  registerUploads: '/api/staff/registers',
  uploadFindings: (id: string) => `/api/staff/registers/${id}/findings`,
  inquiriesExport: '/api/staff/exports/inquiries',
  allocation: '/console/allocation',
  byHand: '/console/allocation/by-hand',
  byHandOf: (run: string, child: string) => `/console/allocation/by-hand?run=${run}&child=${child}#child`,
  allocationRun: (id: string) => `/console/allocation/${id}`,
  allocationCompare: '/console/allocation/compare',
  allocationBundle: '/api/staff/exports/allocation',
  staffList: '/console/staff',
  staffMember: (id: string) => `/console/staff/${id}`,
  audit: '/console/audit',
  auditEvent: (id: string) => `/console/audit/${id}`,
  school: '/school',
  schoolCounts: '/school/counts',
  schoolAdmissions: '/school/admissions',
  admissionSheet: '/school/admissions/sheet',
  admissionsExport: '/api/staff/exports/admissions',
  callSheet: '/school/call-sheet',
  schoolExport: '/api/staff/exports/school',
  addressExport: '/api/staff/exports/addresses',
  schoolApplicant: (id: string) => `/school/applicants/${id}`,
  scans: '/api/staff/scans',
  scan: (id: string, page: number, size: PageSize) => `/api/staff/scans/${id}?page=${page}&size=${size}`,
  staffMaterial: (id: string, page: number, size: PageSize) => `/api/staff/materials/${id}?page=${page}&size=${size}`,
} as const

export function stepPath(id: string, step: Step): string {
  return step === 'confirm' ? paths.confirm(id) : paths.step(id, step)
}

/** The page of this site that a request was made from, without its hash; null when it is not told, or is another site's. */
export function cameFrom(referer: string | null, baseUrl: string): string | null {
  const from = referer && URL.canParse(referer) ? new URL(referer) : null
  return from && from.origin === new URL(baseUrl).origin ? localPath(from.pathname + from.search) : null
}

export const ELDER_COOKIE = 'ruxue-elder'

/** A path on this site, or the children's page: never an address that somebody else put into a link. */
export function localPath(value: unknown): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])[^\\\s]*$/.test(value)) return paths.children
  return value
}

/** Set by the proxy on every request, over whatever it brought: `yes` when a person is going to see the page. */
export const READING_HEADER = 'x-ruxue-shown'

/** Set by the proxy on every request, over whatever it brought: which side of the house a page belongs to. */
export const SIDE_HEADER = 'x-ruxue-side'

/** A page of the staff's own that somebody may come back to after signing in; null for every other address. */
export function staffPath(value: unknown): string | null {
  return typeof value === 'string' && /^\/(?:console|school|staff\/account)(?:\/[\w-]+)*(?:\?[^\\\s#]*)?$/.test(value) ? value : null
}

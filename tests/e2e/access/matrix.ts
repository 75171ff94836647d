import { hasRight, type StaffRole } from '@/lib/domain/staff'
import { guardians, staff, type Kind, type Reach } from './reach'
import type { Owned } from './world'

/**
 * Who may open and do what: a line for every page and route handler (`./routes`), every post and every server action of the app
 * directory. A line that is missing fails the tests. Roles and rights are not repeated here: they come from `lib/domain/staff`.
 */
const STEP = 'app/register/[applicationId]/[step]/actions.ts'
const APPEAL = 'app/register/[applicationId]/appeals/[kind]/actions.ts'
const FILES = 'app/register/[applicationId]/appeals/[kind]/material-actions.ts'
const CASE = 'app/console/cases/[caseId]/actions.ts'
const ofCase = (fields: Readonly<Record<string, string>>): Act => ({ reach: staff('decide', 'case'), fields: { list: '', ...fields } })
const ofAccount: Act = { reach: staff('staff', 'staff') }
const QUEUE = 'app/console/cases/actions.ts'
const ACCOUNTS = 'app/console/staff/actions.ts'
const ALLOCATION = 'app/console/allocation/actions.ts'
const OWN = 'app/staff/account/actions.ts'
const SET_UP = 'app/staff/set-up/actions.ts'
const REASON = { reason: '家长来电核对' }
const SLUG = { slug: 'no-valid-materials' }
const ENTRY = 'app/console/desk/families/[applicationId]/[entry]/actions.ts'
const PROPOSAL = 'app/console/desk/proposals/[proposalId]/actions.ts'
const BY_HAND = 'app/console/allocation/by-hand/actions.ts'
const OBJECTION = 'app/register/[applicationId]/objection/actions.ts'
const TABLE = 'app/console/season/drafts/[draftId]/tables/[table]/actions.ts'
const ofRow = (fields: Readonly<Record<string, string>>): Act => ({ reach: staff('season', 'seasonDraft'), ids: { draftId: 'seasonDraft' }, fields: { table: 'catchment', list: '', ...fields } })
const WHAT_IF = 'app/console/season/drafts/[draftId]/what-if/actions.ts'
const PLACE = { back: '/register', place: 'residence-permit' }

/** What an action or a post is given under another name than `KINDId`. */
type Named = Readonly<Record<string, Kind>>

const SEASON_PROPOSAL = 'app/console/season/proposals/[seasonProposalId]/actions.ts'
const ofSeasonProposal = (fields: Readonly<Record<string, string>>): Act => ({ reach: staff('season', 'seasonProposal'), ids: { proposalId: 'seasonProposal' }, fields })

/** A server action: who may, and what is posted with it beside the ids of the object that it is tried on. */
export type Act = { reach: Reach; fields?: Readonly<Record<string, string>>; ids?: Named }

/** Route handlers that take a POST, with what is posted to them beside a file. */
export const POSTS: Readonly<Record<string, Act>> = {
  '/api/auth/[...nextauth]': { reach: { for: 'nobody', because: 'next-auth’s own; tests/identity' } },
  '/api/materials': { reach: guardians('appeal'), fields: { document: 'residence-permit', subject: '', back: '/register' } },
  '/api/staff/assistances/[assistanceId]': { reach: staff('desk', 'assistance') },
  '/api/staff/exports/admissions': { reach: staff('school') },
  '/api/staff/exports/addresses': { reach: staff('season', 'seasonDraft'), fields: { addresses: '文峰路12号', as: 'any', format: 'csv' }, ids: { draftId: 'seasonDraft' } },
  '/api/staff/exports/allocation': { reach: staff('allocation', 'run') },
  '/api/staff/exports/school': { reach: staff('school') },
  '/api/staff/exports/inquiries': { reach: staff('registers'), fields: { department: 'resources', format: 'csv', reason: '核对不动产' } },
  '/api/staff/registers': { reach: staff('registers'), fields: { kind: 'people' } },
  '/api/staff/exports/season/[id]': { reach: staff('season', 'seasonDraft') },
  '/api/staff/scans': { reach: staff('desk', 'deskDraft'), ids: { proposalId: 'deskDraft' } },
  '/api/staff/seasons': { reach: staff('season') },
  '/api/staff/seasons/[draftId]': { reach: staff('season', 'seasonDraft') },
  '/elder': { reach: { for: 'everybody' } },
  '/sign-in/start': { reach: { for: 'everybody' } },
  '/sign-out': { reach: { for: 'everybody' } },
  '/staff/sign-out': { reach: { for: 'everybody' } },
}

/** Server actions, by file and export. */
export const ACTIONS: Readonly<Record<string, Act>> = {
  'app/addresses/actions.ts#check': { reach: { for: 'everybody' }, fields: { county: '360123', address: '文峰路 58 号' } },
  [`${ALLOCATION}#run`]: { reach: staff('allocation'), fields: { seed: 'public-seed' } },
  [`${ALLOCATION}#propose`]: { reach: staff('allocation', 'run') },
  [`${ALLOCATION}#withdraw`]: { reach: staff('allocation', 'publication'), ids: { proposalId: 'publication' } },
  [`${ALLOCATION}#decide`]: { reach: staff('allocation', 'publication'), ids: { proposalId: 'publication' }, fields: { outcome: 'approved', note: '' } },
  'app/console/applications/actions.ts#search': { reach: staff('applications'), fields: { by: 'name', text: '程', query: '' } },
  'app/console/applications/actions.ts#chooseColumns': { reach: staff('applications'), fields: { query: '' } },
  'app/console/applications/[applicationId]/actions.ts#reveal': { reach: staff('reveal', 'application'), fields: REASON },
  'app/console/applications/[applicationId]/actions.ts#propose': { reach: staff('returnSubmission', 'submission'), fields: { reason: '地址要重新核对' } },
  'app/console/applications/returns/actions.ts#decide': { reach: staff('returnSubmission', 'proposal'), fields: { outcome: 'approved', note: '' } },
  'app/console/audit/actions.ts#search': { reach: staff('audit') },
  [`${QUEUE}#claimNext`]: { reach: staff('decide'), fields: { list: '' } },
  [`${QUEUE}#release`]: ofCase({}),
  [`${QUEUE}#reassign`]: { reach: staff('reassign', 'case'), fields: { list: '' } },
  [`${QUEUE}#searchByName`]: { reach: staff('queue'), fields: { list: '', name: '程' } },
  'app/console/desk/assist/actions.ts#start': { reach: staff('desk'), fields: { name: '程一', idNumber: '360199198807040114', checked: 'yes', present: 'yes' } },
  'app/console/desk/assist/actions.ts#cancel': { reach: staff('desk', 'assistance') },
  'app/console/desk/completions/actions.ts#start': { reach: staff('desk', 'completion'), fields: { presence: 'present', checked: 'yes' } },
  'app/console/desk/completions/actions.ts#proposeEnd': { reach: staff('desk', 'completion'), fields: { reason: '没有可以用的入学方式' } },
  'app/console/desk/completions/actions.ts#decideEnd': { reach: staff('approveDesk', 'completion'), fields: { outcome: 'approved', note: '' } },
  'app/console/desk/completions/actions.ts#decide': { reach: staff('approveDesk', 'completion'), fields: { outcome: 'approved', note: '' } },
  'app/console/season/actions.ts#openDraft': { reach: staff('season'), fields: { as: 'same-year' } },
  [`${SEASON_PROPOSAL}#decideOnSeason`]: ofSeasonProposal({ outcome: 'refused', note: '学位数不对' }),
  [`${SEASON_PROPOSAL}#decideOnWindow`]: ofSeasonProposal({ outcome: 'approved', note: '' }),
  [`${SEASON_PROPOSAL}#withdraw`]: ofSeasonProposal({}),
  'app/console/season/window/actions.ts#propose': { reach: staff('season'), fields: { closesAt: '2023-08-30T00:00', reason: '平台停机三小时' } },
  'app/console/season/drafts/[draftId]/agreement/actions.ts#save': { reach: staff('season', 'seasonDraft'), ids: { draftId: 'seasonDraft' }, fields: { seen: '', agreement: '协议' } },
  'app/console/season/drafts/[draftId]/publish/actions.ts#propose': { reach: staff('season', 'seasonDraft'), ids: { draftId: 'seasonDraft' }, fields: { revision: '1' } },
  'app/console/season/drafts/[draftId]/settings/actions.ts#save': { reach: staff('season', 'seasonDraft'), ids: { draftId: 'seasonDraft' }, fields: { seen: '', title: '标题' } },
  'app/console/season/drafts/[draftId]/actions.ts#drop': { reach: staff('season', 'seasonDraft'), ids: { draftId: 'seasonDraft' } },
  [`${TABLE}#saveRow`]: ofRow({ line: '', after: '', seen: '', 'cell-place': '某路' }),
  [`${TABLE}#deleteRow`]: ofRow({ line: '2', seen: '' }),
  [`${TABLE}#moveRow`]: ofRow({ line: '3', seen: '', to: 'up' }),
  [`${TABLE}#settleColumn`]: ofRow({ column: 'strange', as: '' }),
  [`${ACCOUNTS}#endOne`]: { reach: staff('staff', 'session') },
  [`${ACCOUNTS}#endAll`]: ofAccount,
  [`${ACCOUNTS}#unlock`]: ofAccount,
  [`${ACCOUNTS}#disable`]: ofAccount,
  [`${ACCOUNTS}#enable`]: ofAccount,
  'app/console/registers/uploads/[uploadId]/actions.ts#take': { reach: staff('registers', 'upload'), fields: { version: 'none' } },
  'app/console/registers/uploads/[uploadId]/actions.ts#drop': { reach: staff('registers', 'upload') },
  'app/school/admissions/actions.ts#search': { reach: staff('school'), fields: { text: '程' } },
  'app/console/season/drafts/[draftId]/addresses/actions.ts#tryOut': { reach: staff('season', 'seasonDraft'), fields: { addresses: '文峰路12号', as: 'any' }, ids: { draftId: 'seasonDraft' } },
  [`${WHAT_IF}#start`]: { reach: staff('season', 'seasonDraft'), fields: { year: '2023', against: 'submitted' }, ids: { draftId: 'seasonDraft' } },
  [`${WHAT_IF}#cancel`]: { reach: staff('season', 'simulation'), ids: { draftId: 'seasonDraft' } },
  'app/school/actions.ts#search': { reach: staff('school'), fields: { text: '程' } },
  'app/school/actions.ts#reveal': { reach: staff('school', 'application'), fields: REASON },
  [`${OWN}#changePassword`]: { reach: staff('account'), fields: { current: 'x', next: 'a-new-password-1', again: 'a-new-password-1' } },
  [`${OWN}#enrolAnew`]: { reach: staff('account'), fields: { current: 'x' } },
  [`${OWN}#renewCodes`]: { reach: staff('account'), fields: { current: 'x' } },
  // Of one's own account everybody; of somebody else's only who looks after the county's.
  [`${OWN}#endOne`]: { reach: staff('staff', 'session') },
  [`${OWN}#endOthers`]: { reach: staff('account') },
  [`${SET_UP}#setFirstPassword`]: { reach: staff('account'), fields: { next: 'a-new-password-1', again: 'a-new-password-1' } },
  [`${SET_UP}#beginEnrolment`]: { reach: staff('account') },
  [`${SET_UP}#confirm`]: { reach: staff('account'), fields: { code: '000000' } },
  [`${SET_UP}#finish`]: { reach: staff('account') },
  'app/verify/actions.ts#verify': { reach: { for: 'everybody' } },
  'app/staff/sign-in/actions.ts#signIn': { reach: { for: 'everybody' } },
  'app/console/desk/actions.ts#search': { reach: staff('approveDesk'), fields: { typed: '程一诺' } },
  [`${ENTRY}#saveProperty`]: { reach: staff('desk', 'application'), fields: { certificateNumber: '旧1', county: '360123', address: '文峰路1号', use: '住宅', paper: 'old-deed', owner1Name: '某', owner1IdNumber: '360199198807040114', owner1Relation: 'OTHER', proposalId: '' } },
  [`${ENTRY}#saveMatch`]: { reach: staff('desk', 'application'), fields: { address: 'none', row: 'LJ-01', paper: 'other', why: '试', proposalId: '' } },
  [`${ENTRY}#saveIdentity`]: { reach: staff('desk', 'application'), fields: { studentName: '某', guardian1Name: '某', guardian1IdNumber: '360199198807040114', guardian1Relation: 'FATHER', paper: 'other', proposalId: '' } },
  [`${ENTRY}#saveRemoval`]: { reach: staff('desk', 'application'), fields: { guardianId: '00000000-0000-4000-8000-000000000000', why: '试', proposalId: '' } },
  [`${ENTRY}#saveWithdrawal`]: { reach: staff('desk', 'application'), fields: { establishmentId: '00000000-0000-4000-8000-000000000000', why: '试', proposalId: '' } },
  [`${PROPOSAL}#decide`]: { reach: staff('approveDesk', 'deskProposal'), fields: { outcome: 'approved', note: '' } },
  [`${PROPOSAL}#send`]: { reach: staff('desk', 'deskProposal') },
  [`${PROPOSAL}#withdraw`]: { reach: staff('desk', 'deskProposal') },
  [`${PROPOSAL}#dropScan`]: { reach: staff('desk', 'scan') },
  'app/register/start/actions.ts#start': { reach: guardians() },
  [`${STEP}#save`]: { reach: guardians('application'), fields: { step: 'household', answer: 'confirmed' } },
  [`${STEP}#refresh`]: { reach: guardians('application'), fields: { step: 'household', registry: 'household' } },
  [`${STEP}#queryGrandparent`]: { reach: guardians('application'), fields: { step: 'grandparent', grandparentName: '鲁老', grandparentIdNumber: '360199195501010018', agreed: 'yes' } },
  [`${STEP}#queryCertificate`]: { reach: guardians('application'), fields: { step: 'certificate', certificateNumber: '赣（2019）安义县不动产权第9901001号' } },
  [`${STEP}#queryContract`]: { reach: guardians('application'), fields: { step: 'contract', contractNumber: 'AY2023991501' } },
  [`${APPEAL}#saveForm`]: { reach: guardians('application'), fields: { ...SLUG, ground: 'RESIDENCE_PERMIT', address: '民和镇青岚社区', evidence: 'JZZ-2' } },
  [`${APPEAL}#send`]: { reach: guardians('appeal'), fields: { ...SLUG, truthful: 'yes' } },
  [`${APPEAL}#withdraw`]: { reach: guardians('appeal'), fields: SLUG },
  [`${FILES}#removeFile`]: { reach: guardians('material'), fields: PLACE },
  [`${FILES}#moveFile`]: { reach: guardians('material'), fields: { ...PLACE, direction: 'up' } },
  [`${FILES}#keepMonths`]: { reach: guardians('material'), fields: { ...PLACE, 'month-2023-07': 'yes' } },
  'app/register/[applicationId]/confirm/actions.ts#choose': { reach: guardians('application'), fields: { school: 'YF' } },
  'app/register/[applicationId]/confirm/actions.ts#submit': { reach: guardians('application'), fields: { fingerprint: 'none' } },
  'app/register/[applicationId]/county/actions.ts#move': { reach: guardians('application'), fields: { county: '360123' } },
  'app/register/[applicationId]/withdraw/actions.ts#withdraw': { reach: guardians('application') },
  [`${CASE}#claim`]: ofCase({}),
  [`${CASE}#keep`]: ofCase({}),
  [`${CASE}#note`]: ofCase({ text: '已电话联系' }),
  [`${CASE}#decide`]: ofCase({ subject: 'appeal', round: '1', verdict: 'approved', then: 'list' }),
  [`${BY_HAND}#propose`]: { reach: staff('override', 'result'), fields: { schoolCode: 'SX', reason: '学区核对有误' } },
  [`${BY_HAND}#decide`]: { reach: staff('approveResult', 'byHand'), fields: { outcome: 'approved', note: '' }, ids: { proposalId: 'byHand' } },
  [`${OBJECTION}#send`]: { reach: guardians('result'), fields: { complaint: 'wrong-category', text: '生源类别和家里的情况不符，请核对。' } },
  [`${OBJECTION}#withdraw`]: { reach: guardians('objection') },
  'app/register/messages/actions.ts#open': { reach: guardians('message') },
  'app/register/messages/actions.ts#readAll': { reach: guardians() },
}

export const ACTORS = [
  'nobody', 'guardian', 'appellant', 'other-parent', 'stranger',
  'reviewer', 'desk', 'admin', 'auditor', 'clerk', 'neighbour-clerk',
  'other-reviewer', 'other-desk', 'other-admin', 'other-auditor', 'other-clerk',
] as const
export type Actor = (typeof ACTORS)[number]

type Standing = { role: StaffRole | 'guardian' | null; county: string | null; school: string | null }

/** Who each of them is. */
export const STANDING: Readonly<Record<Actor, Standing>> = {
  nobody: { role: null, county: null, school: null },
  guardian: { role: 'guardian', county: null, school: null },
  appellant: { role: 'guardian', county: null, school: null },
  'other-parent': { role: 'guardian', county: null, school: null },
  stranger: { role: 'guardian', county: null, school: null },
  reviewer: { role: 'reviewer', county: '360123', school: null },
  desk: { role: 'desk', county: '360123', school: null },
  admin: { role: 'admin', county: '360123', school: null },
  auditor: { role: 'auditor', county: '360123', school: null },
  clerk: { role: 'school', county: '360123', school: 'LJ' },
  'neighbour-clerk': { role: 'school', county: '360123', school: 'YF' },
  'other-reviewer': { role: 'reviewer', county: '360124', school: null },
  'other-desk': { role: 'desk', county: '360124', school: null },
  'other-admin': { role: 'admin', county: '360124', school: null },
  'other-auditor': { role: 'auditor', county: '360124', school: null },
  'other-clerk': { role: 'school', county: '360124', school: 'QL' },
}

/** `opened`: it is there, or leads on within itself; `sign-in`: one is led to sign in; `absent`: as if it had never been. */
export type Answer = 'opened' | 'sign-in' | 'absent'

/** What the table says of this actor before this object. */
export function expected(actor: Actor, reach: Reach, owned: Owned | null): Answer {
  const { role, county, school } = STANDING[actor]
  if (reach.for === 'everybody') return 'opened'
  if (reach.for === 'nobody') return 'absent'
  if (reach.for === 'guardian') {
    if (role !== 'guardian') return 'sign-in'
    return owned && reach.of && (owned.guardian !== actor || owned.ids[reach.of] === undefined) ? 'absent' : 'opened'
  }
  if (role === null || role === 'guardian') return 'sign-in'
  if (!hasRight(role, reach.right)) return 'absent'
  if (!owned || !reach.of) return 'opened'
  if (owned.county !== county || owned.ids[reach.of] === undefined) return 'absent'
  // A clerk's county is not enough: only the own school's applicants are there.
  return school !== null && owned.school !== school ? 'absent' : 'opened'
}


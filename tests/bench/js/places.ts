import { randomBytes } from 'node:crypto'
import { readClock } from '@/lib/clock'
import type { AppealAnswers } from '@/lib/domain/appeal-answers'
import { APPEAL_SLUGS } from '@/lib/domain/appeals'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import type { Step } from '@/lib/domain/journey'
import { submitApplication } from '@/lib/commands/submit-application'
import { openSession } from '@/lib/data/guardians'
import { paths, stepPath } from '@/lib/paths'
import type { AppealKind } from '@/lib/rules'
import { aResult } from '../../support/admission'
import { anAppeal, approve, aSentAppeal } from '../../support/appeals'
import { family } from '../../support/families'
import { aDraft, answer, aServedConfirmation, later, signedIn, type Asking } from '../../support/journey'

/** A page as a browser comes to it: its address, and who is signed in there. `field` is the first that is typed into, where checks come with its focus. */
export type Place = { page: string; address: string; token: string | null; field?: string }

const PROVED = { name: '鲁德厚', idNumber: '360199195710011110' }
const UNPROVED = { name: '艾素珍', idNumber: '360199195812121302' }

export async function tokenOf({ guardianId }: GuardianActor, now: Now): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await openSession(token, guardianId, now.real)
  return token
}

/** A family that has come as far as `upTo`, and its guardian's session. */
async function arrived(walk: string, upTo: Step, asking?: Asking) {
  const now = await readClock()
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber, now)
  await answer(actor, applicationId, upTo, now, asking)
  return { now, actor, applicationId, token: await tokenOf(actor, now) }
}

/** Every page of a guardian's that a browser comes to, from the notice to the result; those that need time to pass are planted. */
export async function guardianPlaces(): Promise<Place[]> {
  return [...publicPlaces(), ...(await wayOfADeed()), ...(await otherBases()), ...(await appeals()), ...(await afterwards())]
}

function publicPlaces(): Place[] {
  const open = [paths.home, paths.manual, paths.signIn, '/sign-in/unverified'].map((address) => ({ page: address, address, token: null }))
  return [...open, { page: paths.addressCheck, address: paths.addressCheck, token: null }, { page: paths.verify, address: paths.verify, token: null }]
}

async function wayOfADeed(): Promise<Place[]> {
  const { applicationId, token } = await arrived('deed-father', 'confirm')
  const steps = (['record', 'agreement', 'household', 'basis', 'deed', 'property', 'confirm'] as const).map((step) => ({ page: `/register/…/${step}`, address: stepPath(applicationId, step), token }))
  return [
    { page: paths.children, address: paths.children, token },
    { page: paths.start, address: paths.start, token, field: 'idNumber' },
    ...steps,
    { page: '/register/…/county', address: paths.county(applicationId), token },
    { page: '/register/…/withdraw', address: paths.withdraw(applicationId), token },
  ]
}

async function otherBases(): Promise<Place[]> {
  const proved = await arrived('grandparent-paternal', 'binding', { basis: 'GRANDPARENT_DEED', grandparent: PROVED })
  const approved = await arrived('grandparent-paternal-unproved', 'basis')
  await approve(await aSentAppeal(approved.actor, kinship(approved.applicationId), approved.now), approved.now)
  await answer(approved.actor, approved.applicationId, 'certificate', approved.now, { basis: 'GRANDPARENT_DEED', grandparent: UNPROVED, certificateNumber: '' })
  const contract = await arrived('contract', 'contract', { basis: 'PURCHASE_CONTRACT' })
  const registration = await arrived('no-property', 'registration', { basis: 'HOUSEHOLD_REGISTRATION' })
  const at = ({ applicationId, token }: { applicationId: string; token: string }, step: Step, field?: string): Place => ({ page: `/register/…/${step}`, address: stepPath(applicationId, step), token, field })
  return [at(proved, 'grandparent', 'grandparentName'), at(proved, 'binding'), at(approved, 'certificate', 'certificateNumber'), at(contract, 'contract', 'contractNumber'), at(registration, 'registration')]
}

function kinship(applicationId: string): AppealAnswers {
  return { kind: 'GRANDPARENT_KINSHIP', input: { applicationId, grandparentName: UNPROVED.name, grandparentIdNumber: UNPROVED.idNumber, kinship: 'PATERNAL_GRANDMOTHER', through: 'guardian-1', agreed: 'yes' } }
}

/** The form of each kind, then one with its papers to be brought, and one that waits. */
const FORMS: readonly [AppealKind, string, Step, field?: string][] = [
  ['STUDENT_NOT_FOUND', 'child-not-on-record', 'record', 'studentName'],
  ['GUARDIAN_MISMATCH', 'record-wrong-father', 'record', 'explanation'],
  ['SINGLE_PARENT', 'single-parent', 'household', 'explanation'],
  ['BLENDED_FAMILY', 'blended-family', 'household', 'explanation'],
  ['GRANDPARENT_KINSHIP', 'grandparent-maternal-unproved', 'basis', 'grandparentName'],
]

async function appeals(): Promise<Place[]> {
  const places: Place[] = []
  const at = (kind: AppealKind, applicationId: string) => paths.appeal(applicationId, APPEAL_SLUGS[kind])
  for (const [kind, walk, upTo, field] of FORMS) {
    const { applicationId, token } = await arrived(walk, upTo)
    places.push({ page: `/register/…/appeals/${APPEAL_SLUGS[kind]}`, address: at(kind, applicationId), token, field })
  }
  const kind = 'NO_VALID_MATERIALS'
  const input = (applicationId: string) => ({ kind, input: { applicationId, ground: 'EMPLOYMENT', address: '京庄社区1号', evidence: '安义铝材厂' } }) as const
  const named = `/register/…/appeals/${APPEAL_SLUGS[kind]}`
  const chosen = await arrived('business', 'basis')
  places.push({ page: named, address: at(kind, chosen.applicationId), token: chosen.token }, { page: `${named}, form`, address: `${at(kind, chosen.applicationId)}?ground=EMPLOYMENT`, token: chosen.token, field: 'address' })
  const bringing = await arrived('employment', 'basis')
  await anAppeal(bringing.actor, input(bringing.applicationId), bringing.now)
  places.push({ page: `${named}, papers`, address: at(kind, bringing.applicationId), token: bringing.token })
  const waiting = await arrived('residence-permit', 'basis')
  await aSentAppeal(waiting.actor, input(waiting.applicationId), waiting.now)
  return [...places, { page: `${named}, waiting`, address: at(kind, waiting.applicationId), token: waiting.token }]
}

async function afterwards(): Promise<Place[]> {
  const now = await readClock()
  const served = await aServedConfirmation('deed-mother', later(now, -60_000))
  const sent = await submitApplication({ ...served, now })
  if (!sent.ok) throw new Error(sent.failure.code)
  const { applicationId, actor } = served
  const token = await tokenOf(actor, now)
  await aResult(applicationId, { at: now.season, because: 'LOT_DRAWN' })
  return [
    { page: '/register/…/done', address: paths.done(applicationId), token },
    { page: paths.messages, address: paths.messages, token },
    { page: '/register/…/result', address: paths.result(applicationId), token },
    { page: '/register/…/objection', address: paths.objection(applicationId), token, field: 'text' },
  ]
}

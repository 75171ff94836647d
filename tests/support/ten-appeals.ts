import sharp from 'sharp'
import { readClock } from '@/lib/clock'
import type { AppealAnswers } from '@/lib/domain/appeal-answers'
import { guardianSubject } from '@/lib/domain/appeal-claimants'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import type { Step } from '@/lib/domain/journey'
import { PAGE_SIDES, type PageSize } from '@/lib/domain/material-limits'
import { sendAppeal } from '@/lib/commands/send-appeal'
import { findAppeal } from '@/lib/data/appeals'
import { countedRecord } from '@/lib/data/applications'
import { listMaterials } from '@/lib/data/materials'
import { storePages } from '@/lib/storage/material-pages'
import { anAppeal, everyMaterial } from './appeals'
import { family } from './families'
import { aDraft, answer, signedIn, the } from './journey'

/**
 * Families whose appeals wait, with papers that can be looked at, in the running application's data: walks whose subject is
 * the reviewer have no time to be ten families first.
 */
type Waiting = { walk: string; upTo: Step; given: (applicationId: string, own: string, other: string) => AppealAnswers }

const alone = { otherName: '', otherIdNumber: '', otherRelation: '' } as const
const ground = (ground: 'BUSINESS' | 'EMPLOYMENT' | 'RESIDENCE_PERMIT', evidence: string) => (applicationId: string): AppealAnswers => ({ kind: 'NO_VALID_MATERIALS', input: { applicationId, ground, address: '京庄社区1号', evidence } })

const WAITING: readonly Waiting[] = [
  {
    walk: 'record-wrong-father', upTo: 'basis',
    given: (applicationId) => {
      const { name, idNumber } = family('record-wrong-mother').guardian
      return { kind: 'GUARDIAN_MISMATCH', input: { applicationId, studentName: '谭小舟', relation: 'FATHER', otherName: name, otherIdNumber: idNumber, otherRelation: 'MOTHER', explanation: '登记的母亲是别人' } }
    },
  },
  { walk: 'single-parent', upTo: 'basis', given: (applicationId, _own, removed) => ({ kind: 'SINGLE_PARENT', input: { applicationId, removed, reason: 'DIVORCED', explanation: '' } }) },
  { walk: 'blended-family', upTo: 'household', given: (applicationId, kept) => ({ kind: 'BLENDED_FAMILY', input: { applicationId, kept, explanation: '' } }) },
  { walk: 'grandparent-paternal-unproved', upTo: 'basis', given: (applicationId, through) => ({ kind: 'GRANDPARENT_KINSHIP', input: { applicationId, grandparentName: '艾素珍', grandparentIdNumber: '360199195812121302', kinship: 'PATERNAL_GRANDMOTHER', through, agreed: 'yes' } }) },
  { walk: 'deed-mother', upTo: 'record', given: (applicationId) => ({ kind: 'GUARDIAN_MISMATCH', input: { applicationId, studentName: '万子墨', relation: 'MOTHER', ...alone, explanation: '父亲已不是监护人' } }) },
  { walk: 'residence-permit', upTo: 'basis', given: ground('RESIDENCE_PERMIT', 'JZ3601230001') },
  { walk: 'business', upTo: 'basis', given: ground('BUSINESS', '尚家小店') },
  { walk: 'employment', upTo: 'basis', given: ground('EMPLOYMENT', '安义铝材厂') },
  { walk: 'child-not-on-record', upTo: 'record', given: (applicationId) => ({ kind: 'STUDENT_NOT_FOUND', input: { applicationId, studentName: '车小满', relation: 'FATHER', ...alone, address: '江西省南昌市安义县龙津镇文峰路12号', head: 'self', headIdNumber: '' } }) },
  { walk: 'separated-mother', upTo: 'record', given: (applicationId) => ({ kind: 'GUARDIAN_MISMATCH', input: { applicationId, studentName: '宁小川', relation: 'MOTHER', ...alone, explanation: '父亲已不是监护人' } }) },
]

type Page = Record<PageSize, Uint8Array>

async function aPage(): Promise<Page> {
  const paper = sharp({ create: { width: 1200, height: 1600, channels: 3, background: { r: 214, g: 206, b: 190 } } })
  const sheet = await paper.composite([{ input: { create: { width: 1000, height: 1400, channels: 3, background: { r: 250, g: 248, b: 241 } } } }]).jpeg().toBuffer()
  return { full: sheet, thumb: await sharp(sheet).resize({ width: PAGE_SIDES.thumb, height: PAGE_SIDES.thumb, fit: 'inside' }).jpeg().toBuffer() }
}

async function wait({ walk, upTo, given }: Waiting, page: Page, now: Now): Promise<void> {
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber, now)
  await answer(actor, applicationId, upTo, now)
  const guardians = countedRecord(await the(actor, applicationId))?.value.guardians ?? []
  const subjectOf = (wanted: boolean) => guardianSubject(guardians.findIndex((one) => (one.idNumber === actor.idNumber) === wanted))
  const appealId = await anAppeal(actor, given(applicationId, subjectOf(true), subjectOf(false)), now)
  await everyMaterial(actor, appealId)
  await photograph(actor, appealId, page)
  const sent = await sendAppeal({ actor, appealId, now })
  if (!sent.ok) throw new Error(`${walk}: ${sent.failure.code}`)
}

/** Every paper of an appeal looks the same. */
async function photograph(actor: GuardianActor, appealId: string, page: Page): Promise<void> {
  const found = await findAppeal(actor, appealId)
  if (!found) throw new Error('no such appeal of this guardian')
  for (const { id } of await listMaterials(found.application, appealId)) await storePages(found.application.key, id, [page])
}

/** @param count how many of them; all ten where nothing is said */
export default async function tenAppeals(count = String(WAITING.length)): Promise<void> {
  const [now, page] = [await readClock(), await aPage()]
  for (const one of WAITING.slice(0, Number(count))) await wait(one, page, now)
}

import type { AppealAnswers } from '@/lib/domain/appeal-answers'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { saveAppeal } from '@/lib/commands/save-appeal'
import { sendAppeal } from '@/lib/commands/send-appeal'
import { appealRequirements, findAppeal, type Appeal } from '@/lib/data/appeals'
import { db } from '@/lib/data/db'
import { writeContent } from '@/lib/data/json'
import { getPublishedSeason } from '@/lib/data/seasons'
import { family } from './families'
import { aDraft, answer, MORNING, signedIn } from './journey'
import { decide } from './staff'

/** An appeal whose form is saved. @throws when it is not admitted */
export async function anAppeal(actor: GuardianActor, given: AppealAnswers, now: Now = MORNING): Promise<string> {
  const saved = await saveAppeal({ actor, now, given })
  if (!saved.ok) throw new Error(`no appeal: ${JSON.stringify(saved.failure)}`)
  return saved.value.appealId
}

export async function theAppeal(actor: GuardianActor, appealId: string): Promise<Appeal> {
  const found = await findAppeal(actor, appealId)
  if (!found) throw new Error('no such appeal of this guardian')
  return found.appeal
}

/** The row of a file, as the upload writes it once the file is stored. */
export async function aMaterial(actor: GuardianActor, appealId: string, document: string, subject = '', months: readonly string[] = []): Promise<string> {
  const found = await findAppeal(actor, appealId)
  if (!found) throw new Error('no such appeal of this guardian')
  const detail = { schemaVersion: 1, months, pages: [{ width: 1200, height: 1600 }], name: 'photo.jpg' }
  const { id } = await db().material.create({
    data: { appealId, document, subject, position: 1, mediaType: 'image/jpeg', pages: 1, bytes: 1000, detailCipher: writeContent(found.application.key, 'material', detail), createdAt: new Date(MORNING.season) },
    select: { id: true },
  })
  return id
}

/** One file for everything that the season asks of this appeal; one for all months where months are asked for. */
export async function everyMaterial(actor: GuardianActor, appealId: string): Promise<void> {
  const found = await findAppeal(actor, appealId)
  const published = found && (await getPublishedSeason(found.application.county, found.application.year))
  if (!found || !published) throw new Error('no such appeal of this guardian')
  for (const { document, subject, months, need } of appealRequirements(found.appeal, found.application, published)) {
    for (let file = 0; file < (months ? 1 : need); file++) await aMaterial(actor, appealId, document, subject, months ?? [])
  }
}

/** An appeal that waits. */
export async function aSentAppeal(actor: GuardianActor, given: AppealAnswers, now: Now = MORNING): Promise<string> {
  const appealId = await anAppeal(actor, given, now)
  await everyMaterial(actor, appealId)
  const sent = await sendAppeal({ actor, appealId, now })
  if (!sent.ok) throw new Error(`not sent: ${sent.failure.code}`)
  return appealId
}

export async function approve(appealId: string, now: Now = MORNING): Promise<void> {
  const decided = await decide({ appealId, outcome: 'approved', reason: '', now })
  if (!decided.ok) throw new Error(`not approved: ${decided.failure.code}`)
}

export async function refuse(appealId: string, reason: string, now: Now = MORNING): Promise<void> {
  const decided = await decide({ appealId, outcome: 'refused', reason, now })
  if (!decided.ok) throw new Error(`not refused: ${decided.failure.code}`)
}

/** A family without valid materials that has sent its appeal. */
export async function appealed(walk: string, now: Now = MORNING) {
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber, now)
  await answer(actor, applicationId, 'basis', now)
  const appealId = await aSentAppeal(actor, { kind: 'NO_VALID_MATERIALS', input: { applicationId, ground: 'BUSINESS', address: '龙津镇文峰路12号', evidence: '便民超市' } }, now)
  return { actor, applicationId, appealId }
}

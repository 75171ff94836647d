import 'server-only'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { fulfilments, isFulfilled } from '@/lib/domain/appeal-requirements'
import { mayBeSent } from '@/lib/domain/appeals'
import { groundOf } from '@/lib/domain/cases'
import { endsWithTheClose, judgedAt } from '@/lib/domain/completion'
import { TRUTHFUL_CONSENT, witnessedBy } from '@/lib/domain/consent'
import { maskIdNumber } from '@/lib/domain/privacy'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { isOpenForAnswers } from '@/lib/domain/status'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { notAdmitted, type NotAdmitted } from '@/lib/data/appeal-admission'
import { appealRequirements, findAppeal, type Appeal, type RoundContent } from '@/lib/data/appeals'
import { childAs, moveDraft, recordNaming, type Application } from '@/lib/data/applications'
import { openCase } from '@/lib/data/cases'
import { db, type Transaction } from '@/lib/data/db'
import { listOtherGuardians, replaceGuardianships } from '@/lib/data/guardians'
import { writeContent } from '@/lib/data/json'
import { listApplication } from '@/lib/data/listings'
import { listMaterials } from '@/lib/data/materials'
import { writeMessage } from '@/lib/data/messages'
import { getPublishedSeason, type PublishedSeason } from '@/lib/data/seasons'

export type SendAppealFailure = { code: 'NOT_YOURS' | 'NOT_DRAFT' | 'NO_SEASON' | 'SEASON_CLOSED' | 'APPEAL_NOT_EDITABLE' | 'MATERIALS_MISSING' | 'CHANGED_MEANWHILE' | NotAdmitted }
type Sent = { applicationId: string }

/**
 * 「提交审核」: freezes claim, requirements and files into the next round, once everything that the season asks
 * for is there. Pressed twice it is sent once.
 */
export async function sendAppeal({ actor, appealId, now }: { actor: GuardianActor; appealId: string; now: Now }): Promise<Result<Sent, SendAppealFailure>> {
  const found = await findAppeal(actor, appealId)
  if (!found) return fail({ code: 'NOT_YOURS' })
  const { appeal, application } = found
  if (appeal.status === 'waiting') return succeed({ applicationId: application.id })
  if (!isOpenForAnswers(application.status)) return fail({ code: 'NOT_DRAFT' })
  const published = await getPublishedSeason(application.county, application.year)
  if (!published) return fail({ code: 'NO_SEASON' })
  const { settings } = published.season
  const at = judgedAt(actor, application, now)
  if (endsWithTheClose(application.status, settings, at)) return fail({ code: 'SEASON_CLOSED' })
  if (!mayBeSent(appeal, settings, at)) return fail({ code: at >= settings.closesAt ? 'SEASON_CLOSED' : 'APPEAL_NOT_EDITABLE' })
  const closed = application.held ? 'APPEAL_NOT_NEEDED' : notAdmitted(appeal.kind, actor, application, published, at)
  if (closed) return fail({ code: closed })
  return db().$transaction((transaction) => writeRound(transaction, { actor, appeal, application, published, now }))
}

type Write = { actor: GuardianActor; appeal: Appeal; application: Application; published: PublishedSeason; now: Now }

async function writeRound(transaction: Transaction, write: Write): Promise<Result<Sent, SendAppealFailure>> {
  const { actor, appeal, application, published, now } = write
  const sentAt = new Date(now.season)
  const number = appeal.round + 1
  // What admits the appeal was judged on this draft; another appeal that was sent meanwhile, or a step, may have changed that.
  if (!(await moveDraft(transaction, application, sentAt))) return fail({ code: 'CHANGED_MEANWHILE' })
  // The row is ours from here: no file comes or goes between this look and the end of the transaction.
  await transaction.$executeRaw`SELECT id FROM appeals WHERE id = ${appeal.id}::uuid FOR UPDATE`
  const materials = await listMaterials(application, appeal.id, transaction)
  const requirements = appealRequirements(appeal, application, published)
  if (!fulfilments(requirements, materials).every(isFulfilled)) return fail({ code: 'MATERIALS_MISSING' })
  const moved = await transaction.appeal.updateMany({
    where: { id: appeal.id, status: appeal.status, version: appeal.version },
    data: { status: 'waiting', round: number, sentAt, version: { increment: 1 }, updatedAt: sentAt },
  })
  if (moved.count === 0) return fail({ code: 'CHANGED_MEANWHILE' })
  const content: RoundContent = { schemaVersion: 1, claim: appeal.claim, requirements, materialIds: materials.map((one) => one.id), seasonVersionId: published.versionId }
  await transaction.appealRound.create({ data: { appealId: appeal.id, number, sentAt, contentCipher: writeContent(application.key, 'appeal-round', content) }, select: { number: true } })
  await transaction.consent.createMany({ data: [{ applicationId: application.id, ...TRUTHFUL_CONSENT, givenAt: sentAt, ...witnessedBy(actor) }], skipDuplicates: true })
  await recordAudit(transaction, { type: 'appeal-sent', actor: auditedAs(actor), application, content: { kind: appeal.kind, round: number } })
  await writeMessage(transaction, { guardianId: actor.guardianId, application, at: now.season, sms: false, code: 'appeal-sent', content: { child: childAs(application, actor.idNumber), kind: appeal.kind } })
  await tellTheRecord(transaction, write)
  await listApplication(transaction, application.id, now.season)
  await openCase(transaction, { applicationId: application.id, kind: appeal.kind, ground: groundOf(appeal.claim), appeal: { id: appeal.id, round: number } }, published, now.season)
  return succeed({ applicationId: application.id })
}

/**
 * Somebody whom the record does not name claims to be a guardian: those whom it names learn that it was claimed, not by
 * whom, and go on as before. Sent again, or taken back and begun anew, it is not told again.
 */
async function tellTheRecord(transaction: Transaction, { actor, appeal, application, now }: Write): Promise<void> {
  const { record } = application.findings
  if (appeal.kind !== 'GUARDIAN_MISMATCH' || record?.outcome !== 'found' || recordNaming(application, actor.idNumber)) return
  await replaceGuardianships(transaction, application.studentId, record.value, new Date(record.askedAt))
  for (const guardianId of await listOtherGuardians(transaction, application.studentId, actor)) {
    const onceKey = `guardianship-claimed:${application.studentId}:${application.year}:${actor.guardianId}:${guardianId}`
    await writeMessage(transaction, { guardianId, application, at: now.season, sms: true, onceKey, code: 'guardianship-claimed', content: { child: maskIdNumber(application.studentIdNumber) } })
  }
}

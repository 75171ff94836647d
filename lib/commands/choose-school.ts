import 'server-only'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { judgedAt } from '@/lib/domain/completion'
import { furthestStep } from '@/lib/domain/journey'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { isOpenForAnswers } from '@/lib/domain/status'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findApplication } from '@/lib/data/applications'
import { prepareConfirmation } from '@/lib/data/confirmations'
import { db } from '@/lib/data/db'
import { writeContent } from '@/lib/data/json'
import { listApplication } from '@/lib/data/listings'
import { getPublishedSeason } from '@/lib/data/seasons'

type Failure = { code: 'NOT_YOURS' | 'NOT_DRAFT' | 'INCOMPLETE' | 'SCHOOL_NOT_IN_ZONE' | 'CHANGED_MEANWHILE' }

/** Keeps the 志愿学校 of a choice zone. The confirmation is another one then, and its reading starts anew. */
export async function chooseSchool({ actor, applicationId, school, now }: { actor: GuardianActor; applicationId: string; school: string; now: Now }): Promise<Result<null, Failure>> {
  const application = await findApplication(actor, applicationId)
  if (!application) return fail({ code: 'NOT_YOURS' })
  if (!isOpenForAnswers(application.status)) return fail({ code: 'NOT_DRAFT' })
  const published = await getPublishedSeason(application.county, application.year)
  if (!published || furthestStep(application.answers, application.held) !== 'confirm') return fail({ code: 'INCOMPLETE' })
  const chosen = { ...application, answers: { ...application.answers, preferredSchool: school } }
  const confirmation = prepareConfirmation(actor, chosen, published, judgedAt(actor, application, now))
  if (!confirmation) return fail({ code: 'INCOMPLETE' })
  if (confirmation.determination.placement.status !== 'matched') return fail({ code: 'SCHOOL_NOT_IN_ZONE' })
  return db().$transaction(async (transaction) => {
    const moved = await transaction.application.updateMany({
      where: { id: applicationId, status: application.status, version: application.version },
      data: { answersCipher: writeContent(application.key, 'answers', chosen.answers), version: { increment: 1 }, updatedAt: new Date(now.season) },
    })
    if (moved.count === 0) return fail({ code: 'CHANGED_MEANWHILE' })
    await transaction.confirmation.deleteMany({ where: { applicationId } })
    await recordAudit(transaction, { type: 'step-saved', actor: auditedAs(actor), application, content: { step: 'school' } })
    await listApplication(transaction, applicationId, now.season)
    return succeed(null)
  })
}

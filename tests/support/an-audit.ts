import { readClock } from '@/lib/clock'
import { submitApplication } from '@/lib/commands/submit-application'
import { openCase } from '@/lib/data/cases'
import { db } from '@/lib/data/db'
import { getPublishedSeason } from '@/lib/data/seasons'
import { aServedConfirmation, COUNTY, later } from './journey'

/** A submission that was drawn by lot, in the running application's data. */
export default async function anAudit(): Promise<void> {
  const now = await readClock()
  const { actor, applicationId, fingerprint } = await aServedConfirmation('deed-father', now)
  const submitted = await submitApplication({ actor, applicationId, fingerprint, now: later(now, 15_000) })
  const published = await getPublishedSeason(COUNTY, 2023)
  if (!submitted.ok || !published) throw new Error('not submitted')
  const { id: submissionId } = await db().submission.findFirstOrThrow({ where: { applicationId }, select: { id: true } })
  if ((await db().reviewCase.count({ where: { submissionId } })) === 0) {
    await db().$transaction((transaction) => openCase(transaction, { applicationId, kind: 'MATERIAL_AUDIT', because: 'sampled', submissionId }, published, now.season))
  }
}

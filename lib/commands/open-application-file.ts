import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findApplicationFile, type ApplicationFile } from '@/lib/data/application-file'
import { findApplicationHistory, type ApplicationHistory } from '@/lib/data/application-history'
import { db } from '@/lib/data/db'
import { findFiledAnswers, type FiledAnswers } from '@/lib/data/filed-answers'
import { listWithdrawals, type Withdrawal } from '@/lib/data/withdrawals'

/** Opens a family's file for an officer of its county: every opening is on the record before it is shown (P4). */
export async function openApplicationFile({ actor, applicationId, now }: { actor: StaffActor; applicationId: string; now: Now }): Promise<(ApplicationFile & ApplicationHistory & FiledAnswers & { withdrawals: readonly Withdrawal[] }) | null> {
  const file = await findApplicationFile(actor, applicationId, now.season)
  if (!file) return null
  await recordAudit(db(), { type: 'application-opened', actor: auditedAs(actor), application: file.application })
  return { ...file, withdrawals: await listWithdrawals(db(), file.application), ...(await findApplicationHistory(file.application)), ...(await findFiledAnswers(db(), file.application, file.submissions[0]?.submittedAt ?? null)) }
}

import 'server-only'
import type { ApplicationKey } from './cipher'
import type { Db } from './db'
import { listInquiriesOf, type FiledInquiry } from './inquiries'
import { listLateChanges, type LateChange } from './register-touches'

/** What departments answered about a family, and what their registers say anew since it submitted. */
export type FiledAnswers = { inquiries: readonly FiledInquiry[]; late: readonly LateChange[] }

/** @param submittedAt of the newest submission, the season's clock; null while there is none */
export async function findFiledAnswers(on: Db, application: { id: string; county: string; key: ApplicationKey }, submittedAt: number | null): Promise<FiledAnswers> {
  return { inquiries: await listInquiriesOf(on, application), late: submittedAt === null ? [] : await listLateChanges(on, application.id, submittedAt) }
}

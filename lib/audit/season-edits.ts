import 'server-only'
import type { Transaction } from '@/lib/data/db'
import type { SeasonDraft } from '@/lib/data/season-drafts'
import type { StaffActor } from '@/lib/domain/actor'
import type { SeasonTable } from '@/lib/domain/season-draft'
import { auditedAs } from './events'
import { recordAudit } from './record'

type Edited = { file: string } | { table: SeasonTable; /** 1 is the header */ line: number; done: 'added' | 'changed' | 'deleted' | 'moved' }

/** That an officer has changed a draft, and where: which file, or which row of which table. What stood there is in no event. */
export async function recordSeasonEdit(transaction: Transaction, actor: StaffActor, { id, year }: Pick<SeasonDraft, 'id' | 'year'>, edited: Edited): Promise<void> {
  await recordAudit(transaction, { type: 'season-edited', actor: auditedAs(actor), county: actor.county, content: { draftId: id, year, ...edited } })
}

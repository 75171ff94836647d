import 'server-only'
import { z } from 'zod'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { Application } from './applications'
import type { Db, Transaction } from './db'
import { readContent, writeContent } from './json'
import { staffNames } from './staff'

const noteContent = z.object({ schemaVersion: z.literal(1), text: z.string() })
type NoteContent = z.infer<typeof noteContent>

/** What officers have written to each other about a family; no page of the family reads it. */
export type CaseNote = { id: string; at: number; by: string; text: string }

/** Oldest first, as one reads a conversation. Of a registration that has come from another county, that one's officers wrote to each other and to nobody else. */
export async function listNotes(on: Db, { id: applicationId, county, key }: Pick<Application, 'id' | 'county' | 'key'>): Promise<CaseNote[]> {
  const rows = await on.caseNote.findMany({ where: { applicationId, case: { county } }, select: { id: true, staffId: true, writtenAt: true, contentCipher: true }, orderBy: { id: 'asc' } })
  const names = await staffNames(on, rows.map((row) => row.staffId))
  return rows.map((row) => ({ id: row.id, at: row.writtenAt.getTime(), by: names.get(row.staffId) ?? '', text: readContent(key, 'case-note', row.contentCipher, noteContent).text }))
}

type Written = { actor: StaffActor; application: Pick<Application, 'id' | 'key'>; caseId: string; text: string; now: Now }

export async function addNote(transaction: Transaction, { actor, application, caseId, text, now }: Written): Promise<void> {
  const content: NoteContent = { schemaVersion: 1, text }
  await transaction.caseNote.create({
    data: { applicationId: application.id, caseId, staffId: actor.staffId, writtenAt: new Date(now.season), contentCipher: writeContent(application.key, 'case-note', content) },
    select: { id: true },
  })
}

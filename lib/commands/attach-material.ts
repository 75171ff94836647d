import 'server-only'
import { randomUUID } from 'node:crypto'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { MATERIAL_LIMITS } from '@/lib/domain/material-limits'
import { coveredMonths, requirementFor, shownName, type MaterialDetail } from '@/lib/domain/materials'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { countAgainst } from '@/lib/data/limits'
import { addMaterial, findEditableAppeal, holdAppeal, type EditableAppeal, type NotEditable } from '@/lib/data/materials'
import { drop, type Incoming } from '@/lib/intake/incoming'
import { takeApart, type TakenApart } from '@/lib/intake/take-apart'
import type { UnfitCode } from '@/lib/intake/unfit'
import { removePages, storePages } from '@/lib/storage/material-pages'
import type { PutFailure } from '@/lib/storage/storage'

export type AttachFailure = NotEditable | PutFailure | { code: UnfitCode | 'MATERIAL_NOT_ASKED' | 'TOO_MANY_MATERIALS' | 'TOO_MANY_UPLOADS' }

type Attach = { actor: GuardianActor; appealId: string; document: string; subject: string; months: readonly string[]; incoming: Incoming; now: Now }

/**
 * Makes a file that has arrived part of an appeal: taken apart into pages, encrypted and stored first, and only then
 * a row. Whatever fails before the row leaves no file; the row and its audit event are one transaction.
 */
export async function attachMaterial({ incoming, ...given }: Attach): Promise<Result<{ materialId: string }, AttachFailure>> {
  try {
    return await attach({ incoming, ...given })
  } finally {
    await drop(incoming)
  }
}

async function attach({ actor, appealId, document, subject, months, incoming, now }: Attach): Promise<Result<{ materialId: string }, AttachFailure>> {
  const found = await findEditableAppeal(actor, appealId, now)
  if (!found.ok) return found
  const requirement = requirementFor(found.value.requirements, { document, subject })
  if (!requirement) return fail({ code: 'MATERIAL_NOT_ASKED' })
  if ((await countAgainst('material-upload', actor.guardianId)) !== null) return fail({ code: 'TOO_MANY_UPLOADS' })
  const taken = await takeApart(incoming, actor.guardianId)
  if (!taken.ok) return taken
  const materialId = randomUUID()
  const stored = await storePages(found.value.application.key, materialId, taken.value.pages)
  if (!stored.ok) return stored
  try {
    const detail: MaterialDetail = { schemaVersion: 1, name: shownName(incoming.name), months: coveredMonths(requirement, months), pages: taken.value.pages.map(({ width, height }) => ({ width, height })) }
    const written = await writeRow({ actor, now, materialId, document, subject, detail, ...found.value, ...taken.value, ...stored.value })
    if (!written.ok) await removePages(materialId)
    return written
  } catch (error) {
    await removePages(materialId)
    throw error
  }
}

type Write = EditableAppeal & Pick<TakenApart, 'mediaType'> & { actor: GuardianActor; now: Now; materialId: string; document: string; subject: string; bytes: number; detail: MaterialDetail }

function writeRow({ actor, now, appeal, application, materialId, document, subject, mediaType, bytes, detail }: Write): Promise<Result<{ materialId: string }, AttachFailure>> {
  return db().$transaction(async (transaction) => {
    if (!(await holdAppeal(transaction, appeal, now))) return fail({ code: 'APPEAL_NOT_EDITABLE' })
    const row = { id: materialId, appealId: appeal.id, document, subject, mediaType, bytes, createdAt: new Date(now.season), detail }
    if (!(await addMaterial(transaction, application, row, MATERIAL_LIMITS.files))) return fail({ code: 'TOO_MANY_MATERIALS' })
    await recordAudit(transaction, { type: 'material-attached', actor: auditedAs(actor), application, content: { materialId, document, subject, mediaType, pages: detail.pages.length } })
    return succeed({ materialId })
  })
}

import 'server-only'
import type { GuardianActor, Now, StaffActor } from '@/lib/domain/actor'
import type { Requirement } from '@/lib/domain/appeal-requirements'
import { mayBeSent } from '@/lib/domain/appeals'
import { judgedAt } from '@/lib/domain/completion'
import { materialDetail, type MaterialDetail } from '@/lib/domain/materials'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { z } from 'zod'
import { appealRequirements, findAppeal, type Appeal } from './appeals'
import { findApplication, findApplicationOfAppeal, type Application } from './applications'
import { db, type Db, type Transaction } from './db'
import { readContent, writeContent } from './json'
import type { Prisma } from './generated/client'
import { getPublishedSeason } from './seasons'

export type Material = { id: string; appealId: string; document: string; subject: string; createdAt: number } & MaterialDetail

const select = { id: true, appealId: true, document: true, subject: true, createdAt: true, detailCipher: true } as const satisfies Prisma.MaterialSelect
const inOrder = [{ position: 'asc' }, { id: 'asc' }] as const satisfies Prisma.MaterialOrderByWithRelationInput[]

type Row = Prisma.MaterialGetPayload<{ select: typeof select }>

const PURPOSE = 'material'

function toMaterial({ detailCipher, createdAt, ...row }: Row, { key }: Pick<Application, 'key'>): Material {
  return { ...row, createdAt: createdAt.getTime(), ...readContent(key, PURPOSE, detailCipher, materialDetail) }
}

/** The files of an appeal of an application that the caller has been given, in the order that the family gave them. */
export async function listMaterials(application: Application, appealId: string, on: Db = db()): Promise<Material[]> {
  const rows = await on.material.findMany({ where: { appealId, removedAt: null, appeal: { applicationId: application.id } }, select, orderBy: inOrder })
  return rows.map((row) => toMaterial(row, application))
}

/** Every file that an appeal ever sent, those included that were taken out of it since. */
export async function listSentMaterials({ key }: Pick<Application, 'key'>, appealIds: readonly string[], on: Db = db()): Promise<Material[]> {
  const rows = await on.material.findMany({ where: { appealId: { in: [...appealIds] } }, select, orderBy: inOrder })
  return rows.map((row) => toMaterial(row, { key }))
}

/** A file of a family of the officer's own county, as long as a round has it; another county's is not there at all. */
export async function findApplicationOfMaterial({ county }: Pick<StaffActor, 'county'>, materialId: string): Promise<Application | null> {
  const row = await db().material.findFirst({ where: { id: materialId, appeal: { county, round: { gt: 0 }, application: { county } } }, select: { appealId: true } })
  return row && findApplicationOfAppeal(db(), row.appealId)
}

/** A file of this guardian's own with its application; somebody else's is not there at all. */
export async function findMaterial(actor: GuardianActor, materialId: string): Promise<{ material: Material; application: Application } | null> {
  const row = await db().material.findFirst({
    where: { id: materialId, removedAt: null, appeal: { application: { guardianId: actor.guardianId } } },
    select: { ...select, appeal: { select: { applicationId: true } } },
  })
  const application = row && (await findApplication(actor, row.appeal.applicationId))
  return row && application ? { material: toMaterial(row, application), application } : null
}

/** Whose a file is, whoever asks: for writing down that somebody else asked. */
export async function findOwnerOfMaterial(materialId: string): Promise<Application | null> {
  const row = await db().material.findUnique({ where: { id: materialId }, select: { appealId: true } })
  return row && findApplicationOfAppeal(db(), row.appealId)
}

export type NotEditable = { code: 'NOT_YOURS' | 'NO_SEASON' | 'SEASON_CLOSED' | 'APPEAL_NOT_EDITABLE' }
export type EditableAppeal = { appeal: Appeal; application: Application; requirements: Requirement[] }

/** This guardian's appeal, if its files may be changed now. */
export async function findEditableAppeal(actor: GuardianActor, appealId: string, now: Now): Promise<Result<EditableAppeal, NotEditable>> {
  const found = await findAppeal(actor, appealId)
  if (!found) return fail({ code: 'NOT_YOURS' })
  const { appeal, application } = found
  const published = await getPublishedSeason(application.county, application.year)
  if (!published) return fail({ code: 'NO_SEASON' })
  const { settings } = published.season
  const at = judgedAt(actor, application, now)
  if (!mayBeSent(appeal, settings, at)) return fail({ code: at >= settings.closesAt ? 'SEASON_CLOSED' : 'APPEAL_NOT_EDITABLE' })
  return succeed({ appeal, application, requirements: appealRequirements(appeal, application, published) })
}

/** This guardian's file with its appeal, if the files of that appeal may be changed now. */
export async function findEditableMaterial(actor: GuardianActor, materialId: string, now: Now): Promise<Result<EditableAppeal & { material: Material }, NotEditable>> {
  const found = await findMaterial(actor, materialId)
  if (!found) return fail({ code: 'NOT_YOURS' })
  const editable = await findEditableAppeal(actor, found.material.appealId, now)
  return editable.ok ? succeed({ ...editable.value, material: found.material }) : editable
}

/**
 * Takes an appeal's row for the rest of the transaction, if nobody has sent it meanwhile. Uploads of two tabs, a removal and
 * the sending then come one after the other, and the sending sees that something has changed.
 */
export async function holdAppeal(transaction: Transaction, { id, status }: Pick<Appeal, 'id' | 'status'>, now: Now): Promise<boolean> {
  const held = await transaction.appeal.updateMany({ where: { id, status }, data: { version: { increment: 1 }, updatedAt: new Date(now.season) } })
  return held.count === 1
}

type NewMaterial = { id: string; appealId: string; document: string; subject: string; mediaType: string; bytes: number; createdAt: Date; detail: MaterialDetail }

/** Adds a file as the last of its appeal, which the caller holds. @returns false when there are `most` already */
export async function addMaterial(transaction: Transaction, { key }: Application, { detail, ...columns }: NewMaterial, most: number): Promise<boolean> {
  const { _count: count, _max: max } = await transaction.material.aggregate({ where: { appealId: columns.appealId, removedAt: null }, _count: true, _max: { position: true } })
  if (count >= most) return false
  await transaction.material.create({
    data: { ...columns, position: (max.position ?? 0) + 1, pages: detail.pages.length, detailCipher: writeContent(key, PURPOSE, detail) },
    select: { id: true },
  })
  return true
}

export async function writeMonths(transaction: Transaction, { key }: Application, { id, schemaVersion, name, pages }: Material, months: string[]): Promise<void> {
  const detail: MaterialDetail = { schemaVersion, name, pages, months }
  await transaction.material.update({ where: { id }, data: { detailCipher: writeContent(key, PURPOSE, detail) }, select: { id: true } })
}

/** Changes places with the neighbour of the same document and subject; the first does not go further up. The caller holds the appeal. */
export async function moveMaterial(transaction: Transaction, { id, appealId, document, subject }: Material, direction: 'up' | 'down'): Promise<void> {
  const beside = await transaction.material.findMany({ where: { appealId, document, subject, removedAt: null }, select: { id: true, position: true }, orderBy: inOrder })
  const place = beside.findIndex((one) => one.id === id)
  const [own, other] = [beside[place], beside[direction === 'up' ? place - 1 : place + 1]]
  if (!own || !other) return
  await transaction.material.update({ where: { id: own.id }, data: { position: other.position }, select: { id: true } })
  await transaction.material.update({ where: { id: other.id }, data: { position: own.position }, select: { id: true } })
}

const sentFiles = z.looseObject({ materialIds: z.array(z.string()) })

/**
 * Takes a file out of its appeal, which the caller holds. One that was sent in a round, as the round itself says, is kept
 * for those who read it; one of no round is gone.
 * @returns whether its pages are nobody's now
 */
export async function takeOutMaterial(transaction: Transaction, { key }: Application, material: Material, now: Now): Promise<boolean> {
  const rounds = await transaction.appealRound.findMany({ where: { appealId: material.appealId }, select: { contentCipher: true } })
  if (rounds.some(({ contentCipher }) => readContent(key, 'appeal-round', contentCipher, sentFiles).materialIds.includes(material.id))) {
    await transaction.material.updateMany({ where: { id: material.id, removedAt: null }, data: { removedAt: new Date(now.season) } })
    return false
  }
  await transaction.material.deleteMany({ where: { id: material.id } })
  return true
}

/** Which of these materials have a row. */
export async function materialsWithRow(ids: readonly string[]): Promise<Set<string>> {
  const rows = await db().material.findMany({ where: { id: { in: [...ids] } }, select: { id: true } })
  return new Set(rows.map((row) => row.id))
}

/** Removes the rows of appeals that were taken back before they were ever sent: nobody has to read them. @returns their ids */
export async function removeNeverSent(transaction: Transaction): Promise<string[]> {
  const rows = await transaction.material.findMany({ where: { appeal: { status: 'withdrawn', round: 0 } }, select: { id: true }, take: 500 })
  const ids = rows.map((row) => row.id)
  await transaction.material.deleteMany({ where: { id: { in: ids } } })
  return ids
}

import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { isRegister, triedContent, UPLOAD_KINDS, type Tried, type UploadKind } from '@/lib/domain/registers'
import { UPLOAD_LIMITS } from '@/lib/domain/form-limits'
import { z } from 'zod'
import { unwrapApplicationKey, type ApplicationKey } from './cipher'
import { db, type Db } from './db'
import { staffNames } from './staff'

/** A file that was tried and waits, with what the trial said. Instants are of real time. */
export type RegisterUpload = { id: string; kind: UploadKind; version: string; tried: Tried; staffId: string; uploadedAt: number; expiresAt: number; key: ApplicationKey }

const word = z.enum(UPLOAD_KINDS)

type Kept = { id: string; kind: UploadKind; version: string; tried: Tried; wrapped: string }

export async function keepUpload(on: Db, { county, staffId }: StaffActor, { id, kind, version, tried, wrapped }: Kept, real: number): Promise<void> {
  await on.registerUpload.create({ data: { id, county, staffId, kind, version, tried, wrappedKey: wrapped, uploadedAt: new Date(real) }, select: { id: true } })
}

const waitsSince = (real: number) => new Date(real - UPLOAD_LIMITS.waitMs)

/** A file of the officer's own county that still waits; another county's is not there at all. */
export async function findUpload({ county }: Pick<StaffActor, 'county'>, id: string, real: number, on: Db = db()): Promise<RegisterUpload | null> {
  const row = await on.registerUpload.findFirst({ where: { id, county, uploadedAt: { gt: waitsSince(real) } } })
  if (!row) return null
  const uploadedAt = row.uploadedAt.getTime()
  return { id, kind: word.parse(row.kind), version: row.version, tried: triedContent.parse(row.tried), staffId: row.staffId, uploadedAt, expiresAt: uploadedAt + UPLOAD_LIMITS.waitMs, key: unwrapApplicationKey(row.wrappedKey) }
}

/** A file that waits, as a list shows it; `staffId` tried it. */
export type WaitingUpload = { id: string; kind: UploadKind; staffId: string; by: string; at: number; refused: boolean }

/** What still waits in the county, the newest first. */
export async function listUploads({ county }: Pick<StaffActor, 'county'>, real: number): Promise<WaitingUpload[]> {
  const rows = await db().registerUpload.findMany({ where: { county, uploadedAt: { gt: waitsSince(real) } }, orderBy: { uploadedAt: 'desc' } })
  const names = await staffNames(db(), rows.map((row) => row.staffId))
  return rows.map((row) => ({ id: row.id, kind: word.parse(row.kind), staffId: row.staffId, by: names.get(row.staffId) ?? '', at: row.uploadedAt.getTime(), refused: triedContent.parse(row.tried).is === 'refused' }))
}

/** How many registers' files wait for this administrator's word: good ones that a colleague tried. */
export async function countToImport(actor: StaffActor, real: number): Promise<number> {
  const uploads = await listUploads(actor, real)
  return uploads.filter(({ kind, staffId, refused }) => isRegister(kind) && !refused && staffId !== actor.staffId).length
}

/** @returns false when somebody else has taken it meanwhile */
export async function removeUpload(on: Db, id: string): Promise<boolean> {
  return (await on.registerUpload.deleteMany({ where: { id } })).count === 1
}

/** Ends those that have waited too long. @returns their ids */
export async function removeExpiredUploads(on: Db, real: number): Promise<string[]> {
  const rows = await on.registerUpload.findMany({ where: { uploadedAt: { lte: waitsSince(real) } }, select: { id: true } })
  await on.registerUpload.deleteMany({ where: { id: { in: rows.map((row) => row.id) } } })
  return rows.map((row) => row.id)
}

import 'server-only'
import { isRegister, REGISTER_KINDS, registerOf, type RegisterKind } from '@/lib/domain/registers'
import type { Now } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { z } from 'zod'
import { listAffected } from './affected-applications'
import { db, type Db, type Transaction } from './db'
import type { ImportFinding } from './imports'
import { countRegister, lockRegisters, type RegisterFile } from './imports-registers'
import { touchApplications } from './register-touches'
import type { RegisterUpload } from './register-uploads'
import { staffNames } from './staff'

/** Who brings a file in: an officer of a county, with the other one who tried it, or the operator, whose homes may be anywhere. */
export type Importer = { staffId: string; county: string; triedById: string } | null

type Taken = { outcome: 'unchanged' | 'imported'; number: number; total: number }

/**
 * Takes a file that was read without a fault into its register, in the caller's transaction: the rows, the version that
 * findings name from now on, and a note for every family of which it says something else than before. A file that is the
 * newest already changes nothing.
 */
export async function takeRegister(transaction: Transaction, kind: RegisterKind, file: RegisterFile, by: Importer, now: Now): Promise<Result<Taken, { code: 'BAD_LINES'; findings: readonly ImportFinding[] }>> {
  await lockRegisters(transaction)
  const current = await transaction.registrySnapshot.findUnique({ where: { kind }, select: { version: true } })
  const newest = await newestNumber(transaction, kind)
  const comparison = await file.compare(transaction, by?.county ?? null)
  if (comparison.findings.length > 0) return fail({ code: 'BAD_LINES', findings: comparison.findings })
  if (newest > 0 && current && fileOf(current.version) === file.version) return succeed({ outcome: 'unchanged', number: newest, total: await countRegister(transaction, kind) })

  const affected = await listAffected(transaction, comparison.touched)
  await file.write(transaction)
  const number = newest + 1
  const total = await countRegister(transaction, kind)
  const wasThere = await transaction.registerImport.findUnique({ where: { kind_version: { kind, version: file.version } }, select: { id: true } })
  const version = wasThere ? `${file.version}.${number}` : file.version
  const at = { importedAt: new Date(now.season) }
  const { id } = await transaction.registerImport.create({ data: { kind, number, version, total, rowCount: file.rowCount, importedById: by?.staffId ?? null, triedById: by?.triedById ?? null, county: by?.county ?? null, ...at }, select: { id: true } })
  await transaction.registrySnapshot.upsert({ where: { kind }, create: { kind, version, rowCount: total, ...at }, update: { version, rowCount: total, ...at }, select: { kind: true } })
  await touchApplications(transaction, { importId: id }, affected.map((one) => ({ ...one, kinds: [kind] })), now)
  return succeed({ outcome: 'imported', number, total })
}

/** Of a register that was never brought in 0. */
export async function newestNumber(on: Db, kind: RegisterKind): Promise<number> {
  const newest = await on.registerImport.findFirst({ where: { kind }, select: { number: true }, orderBy: { number: 'desc' } })
  return newest?.number ?? 0
}

/** Whether a register has got a newer version since a file was tried: that file may be older, and would put back what the newer one said. */
export async function hasMovedOn({ kind, tried }: Pick<RegisterUpload, 'kind' | 'tried'>): Promise<boolean> {
  return isRegister(kind) && tried.is === 'register' && tried.after !== undefined && (await newestNumber(db(), kind)) > tried.after
}

export async function isKnownVersion(kind: RegisterKind, version: string): Promise<boolean> {
  return (await db().registerImport.count({ where: { kind, version } })) > 0
}

/** A file that had been there before comes back as a version of its own: its number stands behind the hash. */
function fileOf(version: string): string {
  return version.split('.')[0] ?? version
}

/** A version of a register, as a page shows it: who imported it and who had tried it, null of the operator and of officers of another county. */
export type RegisterVersion = { id: string; kind: RegisterKind; number: number; rowCount: number; total: number; by: string | null; triedBy: string | null; county: string | null; at: number }

const word = z.enum(REGISTER_KINDS)
const VERSIONS = 30

/** The newest versions of all registers, the newest first. @param county whose officers are called by name */
export async function listRegisterVersions(county: string): Promise<RegisterVersion[]> {
  const rows = await db().registerImport.findMany({ orderBy: { id: 'desc' }, take: VERSIONS })
  return named(rows, county)
}

/** The newest version of each register. */
export async function newestVersions(county: string): Promise<RegisterVersion[]> {
  const rows = await db().registerImport.findMany({ distinct: ['kind'], orderBy: [{ kind: 'asc' }, { number: 'desc' }] })
  return named(rows, county)
}

type Row = { id: string; kind: string; number: number; rowCount: number; total: number; importedById: string | null; triedById: string | null; county: string | null; importedAt: Date }

async function named(rows: readonly Row[], county: string): Promise<RegisterVersion[]> {
  const names = await staffNames(db(), rows.flatMap((row) => (row.county === county ? [row.importedById, row.triedById].filter((id) => id !== null) : [])))
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? null) : null)
  return rows.map(({ importedById, triedById, importedAt, kind, ...row }) => ({ ...row, kind: word.parse(kind), by: nameOf(importedById), triedBy: nameOf(triedById), at: importedAt.getTime() }))
}

/** Which version answered a question, and whether there has been a newer one since. */
export type AnsweredBy = { number: number; at: number; newest: number }

/** By the registry and the version that a finding names; what a connected register answered has none. */
export async function answeredBy(on: Db, findings: readonly { registry: string; snapshotVersion: string | null }[]): Promise<(registry: string, version: string | null) => AnsweredBy | null> {
  const versions = [...new Set(findings.flatMap(({ snapshotVersion }) => snapshotVersion ?? []))]
  const rows = versions.length > 0 ? await on.registerImport.findMany({ where: { version: { in: versions } }, select: { kind: true, version: true, number: true, importedAt: true } }) : []
  const newest = new Map((await on.registerImport.groupBy({ by: ['kind'], _max: { number: true } })).map((one) => [one.kind, one._max.number ?? 0]))
  return (registry, version) => {
    const kind = registerOf(registry)
    const row = rows.find((one) => one.kind === kind && one.version === version)
    return row ? { number: row.number, at: row.importedAt.getTime(), newest: newest.get(row.kind) ?? row.number } : null
  }
}

import 'server-only'
import type { Now } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { dueForErasure, neverBegunBefore, type ErasureProof, type RetentionScope } from '@/lib/domain/retention'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { countNeverBegun, countSeason, eraseApplications, eraseFromRegisters, eraseNeverBegun, listErasable, REGISTER_TABLES, type Erasable, type ErasedPerson } from '@/lib/data/erasure'
import { searchForErased } from '@/lib/data/erasure-proof'
import { lockRegisters } from '@/lib/data/imports-registers'
import { getPublishedSeason, listPublishedSeasons } from '@/lib/data/seasons'
import { removePages } from '@/lib/storage/material-pages'
import { storage } from '@/lib/storage/configured'

export type EraseFailure = { code: 'NO_SEASON' } | { code: 'NOT_DUE'; due: number } | { code: 'STILL_FOUND'; proof: ErasureProof }
export type Erased = { applications: number; /** all of them, with those who signed in and never began */ persons: number; neverBegan: number; files: number; counts: Record<string, Record<string, number>>; proof: ErasureProof }

type Input = { county: string; year: number; scope: Exclude<RetentionScope, 'registers'>; now: Now; /** is told what goes, before it does */ onFamily?: (family: Erasable) => void }

/** One transaction holds as many; an end in between leaves whole families erased and whole ones not, and the next run goes on. */
const BATCH = 100
const LONGEST_MS = 2 * 60 * 1000

/** What would be erased now, registrations told one by one; nothing is. */
export async function listFamiliesToErase({ county, year, scope, now, onFamily }: Input): Promise<Result<{ applications: number; files: number; neverBegan: number }, EraseFailure>> {
  const due = await findDue({ county, year, scope, now })
  if (!due.ok) return due
  let [applications, files] = [0, 0]
  for await (const batch of batches({ county, year }, scope)) {
    for (const family of batch) onFamily?.(family)
    applications += batch.length
    files += batch.reduce((sum, family) => sum + family.files, 0)
  }
  return succeed({ applications, files, neverBegan: await countNeverBegun(db(), due.value.neverBegunBefore) })
}

/**
 * Erases a season's families once its retention is over (P9): the registrations' keys, what one could find them by, their
 * files, and the persons whom nothing else needs, out of the departments' registers too; and whoever signed in and never
 * began a registration, unless a season that still keeps its own may be theirs: but those stay in the registers, whose rows
 * may decide of a child today. Counts and the audit log stay whole. Then looks for every one of those persons, and for every
 * file, and writes down what the search went through.
 */
export async function eraseFamilies({ county, year, scope, now, onFamily }: Input): Promise<Result<Erased, EraseFailure>> {
  const due = await findDue({ county, year, scope, now })
  if (!due.ok) return due
  const counts = await countSeason(db(), { county, year })
  const persons: ErasedPerson[] = []
  const files: string[] = []
  let applications = 0
  for (let batch = await listErasable(db(), { county, year }, scope, { take: BATCH }); batch.length > 0; batch = await listErasable(db(), { county, year }, scope, { take: BATCH })) {
    for (const family of batch) onFamily?.(family)
    const erased = await db().$transaction(async (transaction) => {
      await lockRegisters(transaction)
      const gone = await eraseApplications(transaction, batch.map(({ id }) => id))
      await eraseFromRegisters(transaction, gone.persons)
      return gone
    }, { timeout: LONGEST_MS })
    for (const id of erased.files) await removePages(id)
    persons.push(...erased.persons)
    files.push(...erased.files)
    applications += batch.length
  }
  const neverBegan = await eraseVisitors(due.value.neverBegunBefore)
  files.push(...neverBegan.files)
  const proof = await prove({ families: persons, visitors: neverBegan.persons }, files)
  await db().$transaction(async (transaction) => {
    await transaction.erasure.create({ data: { county, year, scope, erasedAt: new Date(now.season), counts, proof: { ...proof, found: [...proof.found] } }, select: { id: true } })
    await recordAudit(transaction, { type: 'families-erased', actor: { kind: 'operator' }, county, content: { year, scope, applications, persons: proof.numbers, neverBegan: neverBegan.persons.length, files: files.length } })
  })
  return proof.found.length > 0 ? fail({ code: 'STILL_FOUND', proof }) : succeed({ applications, persons: proof.numbers, neverBegan: neverBegan.persons.length, files: files.length, counts, proof })
}

/** Those who signed in and never began, a batch a transaction. */
async function eraseVisitors(before: number): Promise<{ persons: ErasedPerson[]; files: string[] }> {
  const all: { persons: ErasedPerson[]; files: string[] } = { persons: [], files: [] }
  for (;;) {
    const gone = await db().$transaction((transaction) => eraseNeverBegun(transaction, before, BATCH), { timeout: LONGEST_MS })
    if (gone.persons.length === 0) return all
    for (const id of gone.files) await removePages(id)
    all.persons.push(...gone.persons)
    all.files.push(...gone.files)
  }
}

async function findDue({ county, year, scope, now }: Pick<Input, 'county' | 'year' | 'scope' | 'now'>): Promise<Result<{ neverBegunBefore: number }, EraseFailure>> {
  const published = await getPublishedSeason(county, year)
  if (!published) return fail({ code: 'NO_SEASON' })
  const due = dueForErasure(published.season.settings)[scope]
  if (now.season < due) return fail({ code: 'NOT_DUE', due })
  const all = (await listPublishedSeasons()).map(({ season }) => season.settings)
  return succeed({ neverBegunBefore: neverBegunBefore(published.season.settings, all, now.season) })
}

async function* batches(season: { county: string; year: number }, scope: Input['scope']): AsyncGenerator<Erasable[]> {
  for (let after: string | undefined; ; ) {
    const batch = await listErasable(db(), season, scope, { after, take: BATCH })
    if (batch.length > 0) yield batch
    if (batch.length < BATCH) return
    after = batch.at(-1)?.id
  }
}

type Gone = { families: readonly ErasedPerson[]; visitors: readonly ErasedPerson[] }

async function prove({ families, visitors }: Gone, files: readonly string[]): Promise<ErasureProof> {
  const { columns, found } = await searchForErased(db(), families)
  if (visitors.length > 0) found.push(...(await searchForErased(db(), visitors, REGISTER_TABLES)).found)
  const stored: string[] = []
  for (const id of files) for await (const object of storage().list(`${id}/`)) stored.push(`storage: ${object.key}`)
  return { numbers: families.length + visitors.length, columns, objects: files.length, found: [...new Set([...found, ...stored])] }
}

import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { listingDetail } from '@/lib/domain/listing'
import { maskIdNumber } from '@/lib/domain/privacy'
import { decrypt, unwrapApplicationKey, type ApplicationKey } from './cipher'
import type { Db } from './db'
import { readContent } from './json'

/** What a line of a list needs of an application: its key, and what staff call the child. */
export type KnownFamily = { id: string; key: ApplicationKey; child: string }

/** Of the officer's own county, without those that were erased, in one look. */
export async function applicationKeys(on: Db, { county }: Pick<StaffActor, 'county'>, ids: readonly string[]): Promise<ReadonlyMap<string, KnownFamily>> {
  const rows = await on.application.findMany({ where: { id: { in: [...new Set(ids)] }, county }, select: { id: true, wrappedKey: true, student: { select: { idNumberCipher: true } }, listing: { select: { detailCipher: true } } } })
  return new Map(rows.flatMap(({ id, wrappedKey, student, listing }) => {
    if (!wrappedKey) return []
    const key = unwrapApplicationKey(wrappedKey)
    const child = listing && readContent(key, 'listing', listing.detailCipher, listingDetail).child
    return [[id, { id, key, child: child ?? maskIdNumber(decrypt('students.id_number', student.idNumberCipher)) }] as const]
  }))
}

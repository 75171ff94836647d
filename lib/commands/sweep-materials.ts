import 'server-only'
import type { Now } from '@/lib/domain/actor'
import { CONSENT_WITHIN_MS } from '@/lib/domain/assistance'
import { ABANDONED_MS } from '@/lib/domain/desk-entries'
import { recordAudit } from '@/lib/audit/record'
import { endUnsigned } from '@/lib/data/assistances'
import { db } from '@/lib/data/db'
import { removeAbandoned, scansWithRow } from '@/lib/data/desk-scans'
import { materialsWithRow, removeNeverSent } from '@/lib/data/materials'
import { removeExpiredUploads } from '@/lib/data/register-uploads'
import { sweepIncoming } from '@/lib/intake/incoming'
import { materialOf, removePages } from '@/lib/storage/material-pages'
import { storage } from '@/lib/storage/configured'

/** An upload has its row within seconds; what has none after this long never gets one. */
const LEFT_BEHIND_MS = 60 * 60 * 1000
const AT_ONCE = 500

export type Swept = { rows: number; objects: number; incoming: number }

/**
 * Removes what nobody will read: rows of appeals that were taken back unsent, the desk's drafts that were left lying with their
 * scans, stored pages without a row, departments' files that were tried and not imported within the day, cards at the desk to
 * which no consent was signed, and files that were being received when a connection or a server broke. Two servers may sweep
 * at the same time.
 */
export async function sweepMaterials({ now }: { now: Now }): Promise<Swept> {
  const before = now.real - LEFT_BEHIND_MS
  const neverSent = await db().$transaction(async (transaction) => {
    const abandoned = await removeAbandoned(transaction, { before: new Date(now.season - ABANDONED_MS), at: new Date(now.season) })
    const ids = [...(await removeNeverSent(transaction)), ...abandoned.scans]
    if (ids.length > 0 || abandoned.drafts > 0) await recordAudit(transaction, { type: 'materials-swept', actor: { kind: 'system' } })
    for (const { id: assistanceId, county } of await endUnsigned(transaction, { begunBefore: new Date(now.real - CONSENT_WITHIN_MS) }, now.season)) {
      await recordAudit(transaction, { type: 'assistance-ended', actor: { kind: 'system' }, county, content: { assistanceId, because: 'not signed' } })
    }
    return ids
  })
  for (const id of [...neverSent, ...(await removeExpiredUploads(db(), now.real))]) await removePages(id)
  return { rows: neverSent.length, objects: await sweepObjects(before), incoming: await sweepIncoming(before) }
}

async function sweepObjects(before: number): Promise<number> {
  let count = 0
  let keys: string[] = []
  const sweepThese = async () => {
    const owners = [...new Set(keys.map(materialOf))]
    const [materials, scans] = [await materialsWithRow(owners), await scansWithRow(owners)]
    const ownerless = keys.filter((key) => !materials.has(materialOf(key)) && !scans.has(materialOf(key)))
    for (const key of ownerless) await storage().remove(key)
    count += ownerless.length
    keys = []
  }
  for await (const object of storage().list()) {
    if (object.writtenAt >= before) continue
    keys.push(object.key)
    if (keys.length >= AT_ONCE) await sweepThese()
  }
  if (keys.length > 0) await sweepThese()
  return count
}

import 'server-only'
import { listingDetail } from '@/lib/domain/listing'
import { unwrapApplicationKey } from './cipher'
import type { Transaction } from './db'
import { readContent } from './json'
import { writeMessages } from './messages'

/** So many families are read, and told, at once. */
const AT_ONCE = 2_000

/**
 * Tells every guardian of a run's children that the result is there, in the caller's transaction: the one who submitted, of
 * the child by name; the others on the record by the masked number, as their own pages call it. Not which school: the text
 * message may be read by somebody else.
 */
export async function tellResults(transaction: Transaction, runId: string, at: number): Promise<void> {
  let families: Family[] = []
  do {
    families = await readFamilies(transaction, runId, families.at(-1)?.id ?? null)
    await writeMessages(transaction, families.flatMap(messagesTo), { sms: true, at })
  } while (families.length === AT_ONCE)
}

type Family = { id: string; own: string; wrapped_key: string; detail_cipher: string; guardians: string[] }

async function readFamilies(transaction: Transaction, runId: string, after: string | null): Promise<Family[]> {
  return transaction.$queryRaw<Family[]>`
    SELECT d.application_id::text AS id, a.guardian_id::text AS own, a.wrapped_key, l.detail_cipher, ARRAY(SELECT g.guardian_id::text FROM guardianships g WHERE g.student_id = a.student_id ORDER BY 1) AS guardians
    FROM allocation_decisions d JOIN applications a ON a.id = d.application_id AND a.wrapped_key IS NOT NULL JOIN listings l ON l.application_id = d.application_id
    WHERE d.run_id = ${runId}::uuid AND (${after}::uuid IS NULL OR d.application_id > ${after}::uuid) ORDER BY d.application_id LIMIT ${AT_ONCE}`
}

function messagesTo({ id, own, wrapped_key: wrapped, detail_cipher: cipher, guardians }: Family) {
  const key = unwrapApplicationKey(wrapped)
  const { child, childIdNumber } = readContent(key, 'listing', cipher, listingDetail)
  return [...new Set([own, ...guardians])].map((guardianId) => ({
    guardianId, application: { id, key }, code: 'result-published' as const, content: { child: guardianId === own && child !== null ? child : childIdNumber },
  }))
}

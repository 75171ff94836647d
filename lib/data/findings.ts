import 'server-only'
import type { Answer } from '@/lib/domain/findings'
import type { ApplicationKey } from './cipher'
import type { Transaction } from './db'
import { writeContent } from './json'

export type RegistryName = 'record' | 'household' | 'property' | 'contract' | 'kinship' | 'grandparent-property'

/**
 * Keeps what a registry said. An outage never replaces an answer that is already there: what was known stays known.
 * @returns the id of the finding that counts now
 */
export async function writeFinding(
  transaction: Transaction,
  application: { id: string; key: ApplicationKey },
  registry: RegistryName,
  answer: Answer<unknown>,
  at: number,
): Promise<string> {
  if (answer.outcome === 'unavailable') {
    const known = await transaction.finding.findFirst({
      where: { applicationId: application.id, registry, outcome: 'found' },
      orderBy: { id: 'desc' },
      select: { id: true },
    })
    if (known) return known.id
  }
  const finding = await transaction.finding.create({
    data: {
      applicationId: application.id,
      registry,
      outcome: answer.outcome,
      askedAt: new Date(at),
      snapshotVersion: answer.outcome === 'found' ? answer.snapshotVersion : null,
      contentCipher: answer.outcome === 'found' ? writeContent(application.key, 'finding', answer.value) : null,
    },
    select: { id: true },
  })
  return finding.id
}

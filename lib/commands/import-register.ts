import 'server-only'
import type { Now } from '@/lib/domain/actor'
import type { RegisterKind } from '@/lib/domain/registers'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { recordAudit } from '@/lib/audit/record'
import { readClock } from '@/lib/clock'
import { db } from '@/lib/data/db'
import type { ImportFinding } from '@/lib/data/imports'
import { LONGEST_IMPORT_MS, readRegister } from '@/lib/data/imports-registers'
import { isKnownVersion, takeRegister } from '@/lib/data/register-imports'
import type { Table } from '@/lib/rules'

type Failure = { code: 'BAD_LINES'; findings: readonly ImportFinding[] }
type Imported = { read: number; version: string } & ({ written: false } | { written: true; total: number })
type Input = { kind: RegisterKind; table: Table; dryRun?: boolean; unlessKnown?: boolean; now?: Now }

/**
 * The operator takes a department's file into the embedded register, whole or not at all. Rows are known by their key (ID
 * number, certificate, contract; of relations the person): those that the file names are replaced, those that it does not
 * name stay, so that a file may bring the whole register or a week's changes, and the same file twice changes nothing.
 * @param dryRun reads and judges everything, and writes nothing
 * @param unlessKnown neither does a file that was brought in before, whatever came after it
 */
export async function importRegister({ kind, table, dryRun = false, unlessKnown = false, now }: Input): Promise<Result<Imported, Failure>> {
  const file = await readRegister[kind](table)
  if (file.findings.length > 0) return fail({ code: 'BAD_LINES', findings: file.findings })
  const read = { read: file.rowCount, version: file.version }
  if (dryRun || (unlessKnown && (await isKnownVersion(kind, file.version)))) return succeed({ ...read, written: false })
  const at = now ?? (await readClock())
  return db().$transaction(
    async (transaction) => {
      const taken = await takeRegister(transaction, kind, file, null, at)
      if (!taken.ok) return taken
      const { outcome, number, total } = taken.value
      if (outcome === 'imported') await recordAudit(transaction, { type: 'registry-imported', actor: { kind: 'operator' }, content: { register: kind, number, rows: file.rowCount } })
      return succeed({ ...read, written: true as const, total })
    },
    { timeout: LONGEST_IMPORT_MS },
  )
}

import 'server-only'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import type { ImportFinding } from '@/lib/data/imports'
import { lockRegisters, readRegister, writeSnapshot, type RegisterKind } from '@/lib/data/imports-registers'
import { fail, succeed, type Result } from '@/lib/domain/result'
import type { Table } from '@/lib/rules'

type Failure = { code: 'BAD_LINES'; findings: readonly ImportFinding[] }
type Imported = { read: number; version: string } & ({ written: false } | { written: true; total: number })

/** A county's whole register takes minutes; nobody waits at a page for it. */
const LONGEST_MS = 30 * 60 * 1000

/**
 * Takes a department's file into the embedded register, whole or not at all. Rows are known by their key (ID number,
 * certificate, contract; of relations the person): those that the file names are replaced, those that it does not name
 * stay, so that a file may bring the whole register or a week's changes, and the same file twice changes nothing.
 * @param dryRun reads and judges everything, and writes nothing
 */
export async function importRegister({ kind, table, dryRun = false }: { kind: RegisterKind; table: Table; dryRun?: boolean }): Promise<Result<Imported, Failure>> {
  const file = readRegister[kind](table)
  if (file.findings.length > 0) return fail({ code: 'BAD_LINES', findings: file.findings })
  const read = { read: file.rowCount, version: file.version }
  if (dryRun) return succeed({ ...read, written: false })
  const total = await db().$transaction(
    async (transaction) => {
      await lockRegisters(transaction)
      await file.write(transaction)
      await recordAudit(transaction, { type: 'registry-imported', actor: { kind: 'operator' } })
      return writeSnapshot(transaction, kind, file.version)
    },
    { timeout: LONGEST_MS },
  )
  return succeed({ ...read, written: true, total })
}

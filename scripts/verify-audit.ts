import { parseArgs } from 'node:util'
import { notedSealsFile, readNotedSeal, readNotedSeals } from '@/lib/audit/noted-seals'
import { verifyAudit, type AuditFault } from '@/lib/audit/verify'
import { db } from '@/lib/data/db'
import { refuse, runCommand } from './streams/operator-command'

const USAGE = 'usage: npm run verify-audit [-- --noted NUMBER:HASH]   a seal that was written down elsewhere, beside those in DATA_DIR\n'

/**
 * Works every seal of the audit log out again, and holds the chain against what this server wrote down of it: exit 0 when nothing
 * is wrong, 1 with a line for each fault, 2 when it could not be done.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { noted: { type: 'string' } } })
  const byHand = values.noted === undefined ? [] : [readNotedSeal(values.noted)].filter((seal) => seal !== null)
  if (values.noted !== undefined && byHand.length === 0) return refuse(USAGE, 2)
  // Before the chain is read: a seal that is made meanwhile is in the chain and not yet missed.
  const written = await readNotedSeals()
  const { seals, events, faults, newest } = await verifyAudit(db(), [...(written ?? []), ...byHand])
  for (const fault of faults) process.stderr.write(`${sentence(fault)}\n`)
  process.stdout.write(`${seals} seals over ${events} events, ${faults.length} faults\n`)
  process.stdout.write(written === null ? `no seals are written down in ${notedSealsFile()}: whether the end of the chain was cut off this cannot tell\n` : `${written.length} seals written down in ${notedSealsFile()}\n`)
  if (newest) process.stdout.write(`newest seal, to be written down outside this database: ${newest.number}:${newest.hash}\n`)
  return faults.length > 0 ? 1 : 0
}

const SAYS = {
  'row-changed': 'an event was changed',
  'row-removed': 'an event was removed',
  'row-added': 'an event was slipped in',
  'seal-removed': 'the seal was removed; nothing vouches for what it covered',
  'seal-altered': 'the seal itself was altered',
  'not-sealed': 'events that should have been sealed long ago are in no seal',
  'not-as-noted': 'not in the chain as it was written down outside the database: cut off or replaced, or restored to an earlier moment',
} as const satisfies Record<AuditFault['because'], string>

function sentence(fault: AuditFault): string {
  const where = !('seal' in fault) ? 'no seal' : 'last' in fault && fault.last > fault.seal ? `seals ${fault.seal} to ${fault.last}` : `seal ${fault.seal}`
  const counts = 'sealed' in fault ? ` (${fault.sealed} sealed, ${fault.found} found)` : 'found' in fault ? ` (${fault.found})` : ''
  const ids = 'firstId' in fault && fault.firstId !== null ? `, ids ${fault.firstId} to ${fault.lastId}` : ''
  const times = 'from' in fault && fault.from && fault.to ? `, ${fault.from.toISOString()} to ${fault.to.toISOString()}` : ''
  return `${where}: ${SAYS[fault.because]}${counts}${ids}${times}`
}

await runCommand(main, USAGE, 'the log could not be verified')

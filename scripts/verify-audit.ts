import { parseArgs } from 'node:util'
import { verifyAudit, type AuditFault } from '@/lib/audit/verify'
import { db } from '@/lib/data/db'
import { refuse, runCommand } from './streams/operator-command'

const USAGE = 'usage: npm run verify-audit [-- --noted NUMBER:HASH]   a seal that you wrote down at an earlier run\n'

/** Works every seal of the audit log out again: exit 0 when nothing is wrong, 1 with a line for each fault, 2 when it could not be done. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { noted: { type: 'string' } } })
  const [, number, hash] = /^(\d+):(\S+)$/.exec(values.noted ?? '') ?? []
  if (values.noted !== undefined && (!number || !hash)) return refuse(USAGE, 2)
  const { seals, events, faults, newest } = await verifyAudit(db(), number && hash ? { number: Number(number), hash } : null)
  for (const fault of faults) process.stderr.write(`${sentence(fault)}\n`)
  process.stdout.write(`${seals} seals over ${events} events, ${faults.length} faults\n`)
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
  'not-as-noted': 'the seal is not the one that was written down',
} as const satisfies Record<AuditFault['because'], string>

function sentence(fault: AuditFault): string {
  const where = 'seal' in fault ? `seal ${fault.seal}` : 'no seal'
  const counts = 'sealed' in fault ? ` (${fault.sealed} sealed, ${fault.found} found)` : 'found' in fault ? ` (${fault.found})` : ''
  const ids = 'firstId' in fault && fault.firstId !== null ? `, ids ${fault.firstId} to ${fault.lastId}` : ''
  const times = 'from' in fault && fault.from && fault.to ? `, ${fault.from.toISOString()} to ${fault.to.toISOString()}` : ''
  return `${where}: ${SAYS[fault.because]}${counts}${ids}${times}`
}

await runCommand(main, USAGE, 'the log could not be verified')

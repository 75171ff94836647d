import { parseArgs } from 'node:util'
import { readClock } from '@/lib/clock'
import { decideAppeal, type DecideFailure } from '@/lib/commands/decide-appeal'
import { db } from '@/lib/data/db'
import { isDemonstration } from '@/lib/env'
import { z } from 'zod'

const USAGE = 'npm run decide -- APPEAL approve|refuse ["reason"] --by NAME; without anything it lists those that wait'

const SENTENCES = {
  NOT_FOUND: 'There is no appeal of that number.',
  NOT_WAITING: 'This appeal does not wait: it was not sent, or it was decided or taken back since.',
  REASON_MISSING: 'A refusal needs a reason, which the family reads.',
  CLAIM_OUTDATED: 'The record that this appeal speaks of has changed since; it can only be refused.',
} as const satisfies Record<DecideFailure['code'], string>

function end(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** Decides an appeal of the demonstration, until the console does it, through the command that the console will call. */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { by: { type: 'string' } } })
const [appealId, verdict, reason = ''] = positionals
if (!isDemonstration()) end('Appeals are decided in the console; this command is the demonstration’s.')
if (appealId === undefined) {
  const waiting = await db().appeal.findMany({ where: { status: 'waiting' }, select: { id: true, kind: true, sentAt: true }, orderBy: { sentAt: 'asc' } })
  await db().$disconnect()
  end(waiting.map(({ id, kind, sentAt }) => `${id}  ${kind}  ${sentAt?.toISOString()}`).join('\n') || 'No appeal waits.')
}
if (!z.uuid().safeParse(appealId).success || !values.by || (verdict !== 'approve' && verdict !== 'refuse')) end(USAGE)
const decided = await decideAppeal({ appealId, outcome: verdict === 'approve' ? 'approved' : 'refused', reason, by: values.by, now: await readClock() })
await db().$disconnect()
if (!decided.ok) end(SENTENCES[decided.failure.code])
process.stdout.write(`${decided.value.kind}: ${verdict === 'approve' ? 'approved' : 'refused'}, and the family was told.\n`)

import { openByHand } from '@/lib/commands/open-by-hand'
import { findRunInForce, listSeats } from '@/lib/data/by-hand'
import { listByHand } from '@/lib/data/by-hand-list'
import { listWaitingByHand } from '@/lib/data/by-hand-waiting'
import { db } from '@/lib/data/db'
import type { Question, World } from './sample'

const page = '/console/allocation/by-hand'

export async function ofByHand({ published: { year }, officers: { admins: [admin] } }: World): Promise<Question[]> {
  const run = await findRunInForce(db(), admin, year)
  if (!run) throw new Error('no run of the load')
  const left = await db().allocationDecision.findFirstOrThrow({ where: { runId: run.id, outcome: 'by-hand' }, select: { applicationId: true }, orderBy: { lot: 'desc' }, skip: 100 })
  const list = (what: string, given: boolean, after: string | null): Question => ({ page, what, ask: async () => [await findRunInForce(db(), admin, year), await listByHand(db(), { run, given, after }), await listSeats(db(), run)] })
  return [
    list('whom the run left', false, null),
    list('the last page of them', false, left.applicationId),
    list('who was given a school', true, null),
    { page, what: 'what waits for the second officer', ask: () => listWaitingByHand(admin) },
    { page, what: 'a child, opened', ask: () => openByHand({ actor: admin, runId: run.id, applicationId: left.applicationId }) },
  ]
}

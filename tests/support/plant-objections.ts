import { aRun, aTold } from './objections'

/**
 * A county on the day after its publication, in the running application's data: a family that was told its school, and twins
 * for whom one seat is left.
 */
export default async function plantObjections() {
  const runId = await aRun({
    loads: [
      { school: 'LJ', admitted: 262, coordinated: 3, held: 0 },
      { school: 'YF', admitted: 301, coordinated: 0, held: 0 },
      { school: 'SX', admitted: 269, coordinated: 0, held: 1 },
      { school: 'SY', admitted: 360, coordinated: 0, held: 0 },
    ],
  })
  const told = await aTold('deed-father', { runId })
  const pair = { runId, outcome: 'by-hand', because: 'SIBLINGS_DO_NOT_FIT', schoolCode: null, heldCode: 'SX' } as const
  const twins = [await aTold('twin-first', pair), await aTold('twin-second', pair)]
  return { runId, told: told.applicationId, twin: twins[0]?.applicationId }
}

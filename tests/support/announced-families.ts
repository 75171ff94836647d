import { readClock } from '@/lib/clock'
import { aResult } from './admission'
import { submitted } from './school'

/** Three families of the running application: one is admitted by lot, one is placed by hand, one has been told nothing. */
export default async function announcedFamilies() {
  const at = (await readClock()).season
  const [admitted, byHand, untold] = [await submitted('deed-father'), await submitted('deed-mother'), await submitted('separated-mother')]
  const { admissionNumber, checkCode } = await aResult(admitted.applicationId, { at, because: 'LOT_DRAWN' })
  await aResult(byHand.applicationId, { at, outcome: 'by-hand', because: 'NO_SEAT_LEFT', schoolCode: null })
  return {
    admitted: { applicationId: admitted.applicationId, number: admissionNumber, code: checkCode },
    byHand: { applicationId: byHand.applicationId },
    untold: { applicationId: untold.applicationId },
  }
}

import type { AppealAnswers } from '@/lib/domain/appeal-answers'
import { approve, aSentAppeal } from './appeals'
import { frozen } from './clock'
import { family } from './families'
import { aDraft, answer, later, MORNING, signedIn } from './journey'
import { aStaffMember } from './staff'

/** On the season's last evening. */
export const SENT = frozen('2023-08-24 21:30:00.000')
/** The season's clock alone: the officers of these tests signed in this morning. */
export const CLOSED = { ...MORNING, season: frozen('2023-08-28 10:00:00.000').season }
export const READ = later(CLOSED, 15_000)
export const MATERIALS = { basis: 'NO_VALID_MATERIALS' } as const
export const HOME = '江西省南昌市安义县龙津镇京庄社区8号'

/** The claim of a family that lives in the town by its residence permit. */
export const byPermit = (applicationId: string): AppealAnswers => ({ kind: 'NO_VALID_MATERIALS', input: { applicationId, ground: 'RESIDENCE_PERMIT', address: HOME, evidence: '居住证' } })

/** A family whose appeal waited when the season closed. */
export async function waitingAtClose() {
  const { guardian, child } = family('residence-permit')
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  await answer(actor, applicationId, 'no-materials', MORNING, MATERIALS)
  return { own: actor, guardian, child, applicationId, appealId: await aSentAppeal(actor, byPermit(applicationId), SENT) }
}

/** The same, approved after the close, with an officer of the desk. */
export async function leftOpen() {
  const open = await waitingAtClose()
  await approve(open.appealId, CLOSED)
  return { ...open, officer: await aStaffMember('desk', { name: '周岚' }), second: await aStaffMember('admin', { name: '刘建波' }) }
}

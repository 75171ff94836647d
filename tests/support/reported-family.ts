import { randomBytes } from 'node:crypto'
import { readClock } from '@/lib/clock'
import { db } from '@/lib/data/db'
import { openSession } from '@/lib/data/guardians'
import { aSentAppeal } from './appeals'
import { family } from './families'
import { aDraft, signedIn } from './journey'

/** A family that reports what the register of people has wrong, for the browser: its child, its cookie, its registration and its case. */
export default async function reportedFamily() {
  const now = await readClock()
  const { guardian, child } = family('child-not-on-record')
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber, now)
  const input = { applicationId, studentName: '车小满', relation: 'FATHER', otherName: '', otherIdNumber: '', otherRelation: '', address: '江西省南昌市安义县龙津镇文峰路12号', head: 'self', headIdNumber: '' } as const
  const appealId = await aSentAppeal(actor, { kind: 'STUDENT_NOT_FOUND', input }, now)
  const { id: caseId } = await db().reviewCase.findFirstOrThrow({ where: { appealId }, select: { id: true } })
  const token = randomBytes(32).toString('base64url')
  await openSession(token, actor.guardianId, now.real)
  return { child: child.idNumber, token, applicationId, caseId }
}

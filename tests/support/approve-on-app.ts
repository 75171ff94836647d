import { readClock } from '@/lib/clock'
import { db } from '@/lib/data/db'
import { readIdNumber } from '@/lib/data/guardians'
import { appealAnswers, type AppealAnswers } from '@/lib/domain/appeal-answers'
import { approve, aSentAppeal } from './appeals'

/**
 * Makes, sends and has the county approve an appeal of the one family in the running application's database:
 * `kinship NAME ID-NUMBER` or `materials GROUND ADDRESS`.
 */
const [kind, first, second] = process.argv.slice(2)
const application = await db().application.findFirstOrThrow({ select: { id: true, guardianId: true } })
const applicationId = application.id
const given: AppealAnswers =
  kind === 'kinship'
    ? { kind: 'GRANDPARENT_KINSHIP', input: appealAnswers.GRANDPARENT_KINSHIP.parse({ applicationId, grandparentName: first, grandparentIdNumber: second, kinship: 'PATERNAL_GRANDMOTHER', through: 'guardian-1', agreed: 'yes' }) }
    : { kind: 'NO_VALID_MATERIALS', input: appealAnswers.NO_VALID_MATERIALS.parse({ applicationId, ground: first, address: second, evidence: '照着证件填写' }) }
const idNumber = await db().$transaction((transaction) => readIdNumber(transaction, application.guardianId))
const now = await readClock()
await approve(await aSentAppeal({ kind: 'guardian', guardianId: application.guardianId, idNumber, name: '', phone: null }, given, now), now)
await db().$disconnect()

import { beforeAll, beforeEach, expect, test } from 'vitest'
import { withdrawAppeal } from '@/lib/commands/withdraw-appeal'
import type { AppealAnswers } from '@/lib/domain/appeal-answers'
import { listClaimedChildren } from '@/lib/data/appeals'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { approve, aSentAppeal } from '../support/appeals'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, MORNING, signedIn } from '../support/journey'

const { child } = family('record-wrong-mother')

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

const claim = (applicationId: string, relation: 'FATHER' | 'MOTHER'): AppealAnswers => ({
  kind: 'GUARDIAN_MISMATCH',
  input: { applicationId, studentName: child.name, relation, otherName: '', otherIdNumber: '', otherRelation: '', explanation: '登记有误' },
})

async function claimed(walk: string, relation: 'FATHER' | 'MOTHER' = 'MOTHER') {
  const actor = await signedIn(family(walk))
  return { actor, appealId: await aSentAppeal(actor, claim(await aDraft(actor, child.idNumber), relation)) }
}

test('R-11 the guardians whom the record names learn of a claim while it waits; the claimant and strangers do not', async () => {
  const { actor, appealId } = await claimed('record-wrong-mother')
  const father = await signedIn(family('record-wrong-father'))
  expect(await listClaimedChildren(father)).toEqual([child.idNumber])
  expect(await listClaimedChildren(actor)).toEqual([])
  expect(await listClaimedChildren(await signedIn(family('deed-father')))).toEqual([])
  await withdrawAppeal({ actor, appealId, now: MORNING })
  expect(await listClaimedChildren(father)).toEqual([])
})

test('R-11 once approved there is nothing left to be told', async () => {
  const { appealId } = await claimed('record-wrong-mother')
  await approve(appealId)
  expect(await listClaimedChildren(await signedIn(family('record-wrong-father')))).toEqual([])
})

test('R-11 an appeal of somebody whom the record names is not told to the other one', async () => {
  await claimed('record-wrong-father', 'FATHER')
  expect(await listClaimedChildren(await signedIn(family('record-wrong-mother')))).toEqual([])
})

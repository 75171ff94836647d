import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { readClock } from '@/lib/clock'
import { noAnswers } from '@/lib/domain/answers'
import { stepsOf, type Step } from '@/lib/domain/journey'
import { openSession } from '@/lib/data/guardians'
import { BASES, type Basis } from '@/lib/rules'
import { family } from './families'
import { aDraft, answer, signedIn } from './journey'

const places = z.enum(['signed-in', 'record', 'basis', 'confirm'])
export type Place = z.infer<typeof places>

/**
 * A family as far as that on its way, by the house's own commands, and a session of its guardian: for browser tests that are
 * about what comes next. @param basis the first page of which is the place `basis` @returns the session's token, and the registration
 */
export default async function atStep(walk: string, place: string, basis: string): Promise<{ token: string; applicationId: string | null }> {
  const now = await readClock()
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  const token = randomBytes(32).toString('base64url')
  await openSession(token, actor.guardianId, now.real)
  const wanted = places.parse(place)
  if (wanted === 'signed-in') return { token, applicationId: null }
  const applicationId = await aDraft(actor, child.idNumber, now)
  const chosen = z.enum(BASES).parse(basis)
  if (wanted !== 'record') await answer(actor, applicationId, wanted === 'confirm' ? 'confirm' : firstPageOf(chosen), now, { basis: chosen })
  return { token, applicationId }
}

function firstPageOf(basis: Basis): Step {
  const steps = stepsOf({ ...noAnswers, basis })
  return steps[steps.indexOf('basis') + 1] ?? 'confirm'
}

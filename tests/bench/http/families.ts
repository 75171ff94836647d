import { getEnv } from '@/lib/env'
import { Refusal } from '@/scripts/database/refusal'
import { readClock } from '@/lib/clock'
import { getPublishedSeason } from '@/lib/data/seasons'
import { paths, stepPath } from '@/lib/paths'
import { registerFamilies, type RegisteredFamily } from '../../load/registers'
import { aDraft, answer, COUNTY, signedIn } from '../../support/journey'
import { tokenOf } from '../js/places'
import type { Asked } from '../serving/clients'

export type WizardPage = { name: string; asked: Asked; bareAddress: string }
/** A guardian in front of the confirmation, with the session's cookie. */
export type Ready = { applicationId: string; cookie: string }
/** Of submits one list a turn: a registration is submitted once. */
export type Prepared = { pages: WizardPage[]; submits: Ready[][] }

const SUBMITS_A_TURN = 12

/** A family whose pages are asked for, and families that have all come to their confirmation. */
export async function prepare(turns: number): Promise<Prepared> {
  const published = await getPublishedSeason(COUNTY, 2023)
  if (!published) throw new Refusal('There is no season.')
  const { families } = await registerFamilies(turns * SUBMITS_A_TURN + 1, published, getEnv().dataDir)
  const [first, ...others] = await Promise.all(families.map(atConfirmation))
  if (!first) throw new Refusal('There is no family.')
  const { applicationId, cookie } = first
  const steps = (['record', 'agreement', 'household', 'basis', 'deed', 'property', 'confirm'] as const).map((step) => ({ name: step, address: stepPath(applicationId, step) }))
  const pages = [{ name: 'children', address: paths.children }, { name: 'start', address: paths.start }, ...steps]
  return {
    pages: pages.map(({ name, address }) => ({ name, asked: { address, cookie }, bareAddress: `/row/${applicationId}` })),
    submits: Array.from({ length: turns }, (_, turn) => others.slice(turn * SUBMITS_A_TURN, (turn + 1) * SUBMITS_A_TURN)),
  }
}

async function atConfirmation(family: RegisteredFamily): Promise<Ready> {
  const now = await readClock()
  const actor = await signedIn(family)
  const applicationId = await aDraft(actor, family.child.idNumber, now)
  await answer(actor, applicationId, 'confirm', now)
  return { applicationId, cookie: `ruxue-guardian=${await tokenOf(actor, now)}` }
}

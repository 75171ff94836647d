import type { GuardianActor, Now } from '@/lib/domain/actor'
import { noAnswers } from '@/lib/domain/answers'
import { deedBasis, stepsOf, type Step } from '@/lib/domain/journey'
import type { Basis } from '@/lib/rules'
import { saveStep } from '@/lib/commands/save-step'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { startApplication } from '@/lib/commands/start-application'
import { findApplication, type Application } from '@/lib/data/applications'
import { listDeeds } from '@/lib/data/deeds'
import { grandparentReference } from '@/lib/data/grandparents'
import { recordIdentity } from '@/lib/data/guardians'
import { listRegistrations } from '@/lib/data/registrations'
import { getPublishedSeason } from '@/lib/data/seasons'
import type { Registries } from '@/lib/registry/registries'
import { frozen } from './clock'
import { family, type Walk } from './families'

/** A morning in the season; tests that are not about time happen then. */
export const MORNING: Now = frozen('2023-08-16 09:00:00.000')
export const COUNTY = '360123'

export function later(now: Now, milliseconds: number): Now {
  return { real: now.real + milliseconds, season: now.season + milliseconds }
}

/** The guardian of a walk, as somebody who signed in with face scan. */
export async function signedIn({ guardian }: Pick<Walk, 'guardian'>, { season: at }: Pick<Now, 'season'> = MORNING): Promise<GuardianActor> {
  const { idNumber, name, phone } = guardian
  const guardianId = await recordIdentity({ subject: `subject-${idNumber}`, idNumber, name, phone, level: 'face' }, at)
  return { kind: 'guardian', guardianId, idNumber, name, phone }
}

/** A draft that has just been started. @throws when the rules or the limits refuse it */
export async function aDraft(actor: GuardianActor, idNumber: string, now: Now = MORNING, ask?: Registries, county = COUNTY): Promise<string> {
  const started = await startApplication({ actor, county, idNumber, consentVersion: 'test', now, ask })
  if (!started.ok || started.value.to !== 'application') throw new Error(`no draft: ${JSON.stringify(started)}`)
  return started.value.applicationId
}

/** On what a family asks for its seat; the deed that is listed first, unless something else is said. */
export type Asking = { basis: Basis; contractNumber?: string; registrationOf?: string; grandparent?: { name: string; idNumber: string }; certificateNumber?: string }

/** The steps of a family that asks so: one that types a certificate's number had its kinship approved. */
function wayOf({ basis, certificateNumber }: Asking): readonly Step[] {
  const approved = { idNumber: '', name: '', through: '', sourceId: '', proof: 'APPEAL' } as const
  return stepsOf({ ...noAnswers, basis, bound: certificateNumber === undefined ? undefined : [approved] })
}

/** Answers the plain steps as a family would, up to but without `upTo`. */
export async function answer(actor: GuardianActor, applicationId: string, upTo: Step, now: Now = MORNING, asking: Asking = { basis: 'TITLE_DEED' }): Promise<void> {
  for (const step of wayOf(asking)) {
    if (step === upTo || step === 'confirm') return
    const application = await the(actor, applicationId)
    const published = await getPublishedSeason(application.county, application.year)
    if (!published) throw new Error('no season')
    const property = step === 'deed' || step === 'property' ? (listDeeds(actor, application, published.season, now.season, deedBasis({ ...noAnswers, basis: asking.basis }))[0]?.reference ?? '') : ''
    const registrations = step === 'registration' ? listRegistrations(actor, application, published.season, now.season) : []
    const registration = registrations.find((one) => asking.registrationOf === undefined || one.of === asking.registrationOf)?.reference ?? ''
    const given = {
      record: { step: 'record', input: { applicationId, answer: 'matches' } },
      agreement: { step: 'agreement', input: { applicationId, agree: 'yes', version: published.agreementVersion } },
      household: { step: 'household', input: { applicationId, answer: 'confirmed' } },
      basis: { step: 'basis', input: { applicationId, basis: asking.basis } },
      grandparent: { step: 'grandparent', input: { applicationId, grandparentName: asking.grandparent?.name ?? '', grandparentIdNumber: asking.grandparent?.idNumber ?? '', agreed: 'yes' } },
      binding: { step: 'binding', input: { applicationId, grandparent: grandparentReference(applicationId, asking.grandparent?.idNumber ?? '') } },
      certificate: { step: 'certificate', input: { applicationId, certificateNumber: asking.certificateNumber ?? '' } },
      deed: { step: 'deed', input: { applicationId, property } },
      property: { step: 'property', input: { applicationId, property } },
      contract: { step: 'contract', input: { applicationId, contractNumber: asking.contractNumber ?? '' } },
      registration: { step: 'registration', input: { applicationId, registration } },
      'no-materials': { step: 'no-materials', input: { applicationId, establishment: application.established.materials?.id ?? '' } },
    } as const
    const saved = await saveStep({ actor, now, ...given[step] })
    if (!saved.ok) throw new Error(`${step}: ${saved.failure.code}`)
  }
}

export async function the(actor: GuardianActor, applicationId: string): Promise<Application> {
  const application = await findApplication(actor, applicationId)
  if (!application) throw new Error('no such application of this guardian')
  return application
}

/** A draft whose confirmation was served at `now`: what is missing is the reading time and the press. */
export async function aServedConfirmation(walk: string, now: Now = MORNING, asking?: Asking) {
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber, now)
  await answer(actor, applicationId, 'confirm', now, asking)
  const served = await serveConfirmation({ actor, applicationId, now, read: true })
  if (!served.ok) throw new Error(served.failure.code)
  return { actor, applicationId, child, confirmation: served.value.confirmation, fingerprint: served.value.confirmation.fingerprint }
}

import 'server-only'
import { isSameDeed } from '@/lib/domain/facts-from-answers'
import type { Answer, PropertyFinding } from '@/lib/domain/findings'
import { fail, succeed } from '@/lib/domain/result'
import { listDeeds } from '@/lib/data/deeds'
import { approvedKinship, grandparentReference, provedGrandparent } from '@/lib/data/grandparents'
import { countAgainst } from '@/lib/data/limits'
import type { Answered, Answering } from './answering'

/**
 * Asks whether somebody is a grandparent, through the guardians on the record. Nothing of the person is asked
 * for but that; whoever is not proved is kept as typed, for the appeal. Guessing is slowed. Those who are bound stay so.
 */
export async function answerGrandparent({ actor, application, record, before, ask }: Answering, typed: { name: string; idNumber: string }): Answered {
  const kept = { ...before, bound: application.answers.bound }
  // What the county approved is asked of nobody again.
  if (approvedKinship(actor, application, typed)) return succeed({ answers: { ...kept, grandparent: { ...typed, outcome: 'proved' } } })
  const waitMs = await countAgainst('kinship-query', actor.guardianId)
  if (waitMs !== null) return fail({ code: 'TOO_MANY_QUERIES', waitMs })
  const answer = await ask.kinship.findKinship(typed, record.guardians.map((guardian) => guardian.idNumber))
  const outcome = ({ found: 'proved', 'not-found': 'unproved', unavailable: 'unavailable' } as const)[answer.outcome]
  return succeed({ answers: { ...kept, grandparent: { ...typed, outcome } }, asked: { registry: 'kinship', answer } })
}

/**
 * 「确认绑定（外）祖父母」: only now are the properties asked for, and only of those whose kinship the registries
 * prove; of one whom the county approved a certificate's number is asked for next.
 */
export async function bindGrandparent({ actor, application, before, ask }: Answering, reference: string): Answered {
  const proved = provedGrandparent(actor, application)
  if (!proved || reference !== grandparentReference(application.id, proved.idNumber)) return fail({ code: 'CHANGED_MEANWHILE' })
  const bound = [...(application.answers.bound ?? []).filter((one) => one.idNumber !== proved.idNumber), proved]
  if (proved.proof === 'APPEAL') return succeed({ answers: { ...before, bound } })
  const answer = await ask.property.findProperties(bound.filter((one) => one.proof === 'REGISTRY').map((one) => one.idNumber))
  // An older answer about other people must not stand in for this one.
  if (answer.outcome === 'unavailable') return fail({ code: 'REGISTRY_UNAVAILABLE' })
  return succeed({ answers: { ...before, bound }, asked: { registry: 'grandparent-property', answer } })
}

/**
 * Asks for a certificate by its number: it must be the grandparent's who was bound last. Only that one property is
 * kept; of a certificate that is another's, and of the grandparent's other ones, nothing is told. What the desk has verified
 * counts whatever the register says.
 */
export async function answerCertificate({ actor, application, before, published, at, ask }: Answering, certificateNumber: string): Answered {
  const grandparent = application.answers.bound?.at(-1)
  if (!grandparent) return fail({ code: 'STEP_NOT_REACHED' })
  const waitMs = await countAgainst('certificate-query', actor.guardianId)
  if (waitMs !== null) return fail({ code: 'TOO_MANY_QUERIES', waitMs })
  const answer = await ask.property.findProperties([grandparent.idNumber])
  const kept = { ...before, deed: undefined }
  const typed = { certificateNumber }
  const verified = application.established.properties.some(({ value }) => isSameDeed(value, typed) && value.owners.some((owner) => owner.idNumber === grandparent.idNumber))
  if (answer.outcome === 'unavailable' && !verified) return succeed({ answers: { ...kept, certificate: { certificateNumber, outcome: 'unavailable' } }, asked: { registry: 'grandparent-property', answer } })
  const properties = answer.outcome === 'found' ? answer.value.properties.filter((one) => isSameDeed(one, typed)) : []
  const told: Answer<PropertyFinding> = answer.outcome === 'found' ? (properties.length > 0 ? { ...answer, value: { schemaVersion: 1, properties } } : { outcome: 'not-found' }) : answer
  const asked = { registry: 'grandparent-property', answer: told } as const
  if (told.outcome !== 'found' && !verified) return succeed({ answers: { ...kept, certificate: { certificateNumber, outcome: 'not-found' } }, asked })
  const grandparentProperty = told.outcome === 'found' ? ({ id: '', askedAt: at, outcome: 'found', value: told.value } as const) : null
  const known = { ...application, findings: { ...application.findings, grandparentProperty } }
  const usable = listDeeds(actor, known, published.season, at, 'GRANDPARENT_DEED').find((deed) => deed.closedBy.length === 0 && isSameDeed(deed.property, typed))
  const deed = usable && { certificateNumber: usable.property.certificateNumber }
  return succeed({ answers: { ...kept, certificate: { certificateNumber, outcome: deed ? 'usable' : 'closed' }, deed }, asked })
}

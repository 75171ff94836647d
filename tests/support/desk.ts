import { Readable } from 'node:stream'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { deskForms, type DeskForm } from '@/lib/domain/desk-forms'
import type { DeskKind } from '@/lib/domain/desk-entries'
import { takesBack } from '@/lib/domain/papers'
import { attachScan } from '@/lib/commands/attach-scan'
import { saveProposal } from '@/lib/commands/save-proposal'
import { sendProposal } from '@/lib/commands/send-proposal'
import { findApplicationOfCounty } from '@/lib/data/applications'
import { listFamilyAddresses } from '@/lib/data/desk-family'
import { getPublishedSeason } from '@/lib/data/seasons'
import { receive } from '@/lib/intake/incoming'
import { MORNING } from './journey'
import { aJpeg } from './pictures'

export type Typed = Readonly<Record<string, string>>

/** What a form of the desk posts, as its action reads it. @throws where a field is wrong */
export function typed(kind: DeskKind, fields: Typed): DeskForm {
  switch (kind) {
    case 'property':
      return { kind, input: deskForms.property.parse(fields) }
    case 'address-match':
      return { kind, input: deskForms['address-match'].parse(fields) }
    case 'identity':
      return { kind, input: deskForms.identity.parse(fields) }
    case 'remove-guardian':
      return { kind, input: deskForms['remove-guardian'].parse(fields) }
    case 'withdrawal':
      return { kind, input: deskForms.withdrawal.parse(fields) }
  }
}

/** The first address of the family of this use, as its form names it. */
export async function addressOf(actor: StaffActor, applicationId: string, use = 'property'): Promise<string> {
  const application = await findApplicationOfCounty(actor, applicationId)
  const published = application && (await getPublishedSeason(application.county, application.year))
  const found = published && listFamilyAddresses(application, published.season).find((one) => one.use === use)
  if (!found) throw new Error(`no address of this use: ${use}`)
  return found.reference
}

/** What the desk types of an offline-verified property. */
export const aProperty = (applicationId: string, owner: { name: string; idNumber: string }, more: Typed = {}): Typed => ({
  applicationId, certificateNumber: '安房权证龙津字第20031207号', county: '360123', address: '江西省南昌市安义县龙津镇文峰路15号', use: '住宅',
  paper: 'query-certificate', owner1Name: owner.name, owner1IdNumber: owner.idNumber, owner1Relation: 'GUARDIAN', ...more,
})

export async function aDraftProposal(actor: StaffActor, kind: DeskKind, fields: Typed, now: Now = MORNING): Promise<string> {
  const saved = await saveProposal({ actor, given: typed(kind, fields), now })
  if (!saved.ok) throw new Error(`no draft: ${JSON.stringify(saved.failure)}`)
  return saved.value.proposalId
}

/** A paper on the desk's scanner. */
export async function scan(actor: StaffActor, proposalId: string, bytes?: Uint8Array, name = '查询证明.jpg') {
  const received = await receive(Readable.from([bytes ?? (await aJpeg({ width: 400, height: 300 }))]), name)
  if (!received.ok) throw new Error(received.failure.code)
  return attachScan({ actor, proposalId, incoming: received.value, now: MORNING })
}

/** A proposal that waits for the second officer, with one scan. */
export async function aProposal(actor: StaffActor, kind: DeskKind, fields: Typed, now: Now = MORNING): Promise<string> {
  const proposalId = await aDraftProposal(actor, kind, fields, now)
  if (!takesBack(kind)) {
    const scanned = await scan(actor, proposalId)
    if (!scanned.ok) throw new Error(scanned.failure.code)
  }
  const sent = await sendProposal({ actor, proposalId, now })
  if (!sent.ok) throw new Error(`not sent: ${sent.failure.code}`)
  return proposalId
}

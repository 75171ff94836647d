'use server'

import { saveProposal } from '@/lib/commands/save-proposal'
import type { DeskKind } from '@/lib/domain/desk-entries'
import { deskForms } from '@/lib/domain/desk-forms'
import { staffAction } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

const pageOf = (kind: DeskKind) => (form: FormData) => paths.deskEntry(String(form.get('applicationId')), kind)
const toProposal = ({ proposalId }: { proposalId: string }) => paths.proposal(proposalId)

export const saveProperty = staffAction('desk', deskForms.property, pageOf('property'), ({ actor, input, now }) => saveProposal({ actor, now, given: { kind: 'property', input } }), toProposal)
export const saveMatch = staffAction('desk', deskForms['address-match'], pageOf('address-match'), ({ actor, input, now }) => saveProposal({ actor, now, given: { kind: 'address-match', input } }), toProposal)
export const saveIdentity = staffAction('desk', deskForms.identity, pageOf('identity'), ({ actor, input, now }) => saveProposal({ actor, now, given: { kind: 'identity', input } }), toProposal)
export const saveRemoval = staffAction('desk', deskForms['remove-guardian'], pageOf('remove-guardian'), ({ actor, input, now }) => saveProposal({ actor, now, given: { kind: 'remove-guardian', input } }), toProposal)
export const saveWithdrawal = staffAction('desk', deskForms.withdrawal, pageOf('withdrawal'), ({ actor, input, now }) => saveProposal({ actor, now, given: { kind: 'withdrawal', input } }), toProposal)

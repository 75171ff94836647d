'use server'

import { decideProposal } from '@/lib/commands/decide-proposal'
import { removeScan } from '@/lib/commands/remove-scan'
import { sendProposal } from '@/lib/commands/send-proposal'
import { withdrawProposal } from '@/lib/commands/withdraw-proposal'
import { proposalDecision, proposalPress, scanPress } from '@/lib/domain/desk-forms'
import { staffAction, staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

const pageOf = (form: FormData) => paths.proposal(String(form.get('proposalId')))
const back = (_: unknown, { proposalId }: { proposalId: string }) => paths.proposal(proposalId)

export const decide = staffAction('approveDesk', proposalDecision, pageOf, ({ actor, input, now }) => decideProposal({ actor, now, ...input }), () => paths.desk)
export const send = staffPost('desk', proposalPress, pageOf, ({ actor, input, now }) => sendProposal({ actor, now, ...input }), () => paths.desk)
export const withdraw = staffPost('desk', proposalPress, pageOf, ({ actor, input, now }) => withdrawProposal({ actor, now, ...input }), ({ applicationId }) => paths.deskFamily(applicationId))
export const dropScan = staffPost('desk', scanPress, pageOf, ({ actor, input }) => removeScan({ actor, ...input }), back)

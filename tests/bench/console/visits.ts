import { paths } from '@/lib/paths'
import type { AskedPage } from '../../load/pages'
import type { Tokens, World } from '../../load/questions/sample'
import { drawing } from './draw'
import type { Pools } from './pools'
import { queriesOf } from './queries'

/** A page as some officer asks for it, each time with other filters, another search, another family. */
export type Visit = { page: AskedPage; as: keyof Tokens; address: () => string }

/** Each page that a browser opens by its address; what has nothing to show in the middle of a season is left to `npm run plans`. */
export function visitsOf(world: World, pools: Pools, next: () => number): Visit[] {
  const { prepared, afterwards } = world
  const draw = drawing(next)
  const { of, narrowed } = draw
  const query = queriesOf(world, pools, draw)
  const twoRuns = () => `one=${of(afterwards.runs)}&other=${of(afterwards.runs)}`
  return [
    { page: '/console/cases', as: 'reviewer', address: () => `${paths.cases}?${query.cases()}` },
    { page: '/console/cases/[caseId]', as: 'reviewer', address: () => paths.case(of(pools.cases)) },
    { page: '/console/applications', as: 'desk', address: () => `${paths.applications}?${query.applications()}` },
    { page: '/console/applications/[applicationId]', as: 'desk', address: () => paths.applicationFile(of(pools.families).applicationId) },
    { page: '/console/applications/returns', as: 'admin', address: () => paths.returns },
    { page: '/console/desk', as: 'desk', address: () => paths.desk },
    { page: '/console/desk/assist/[assistanceId]', as: 'desk', address: () => paths.assistance(prepared.assistanceId) },
    { page: '/console/desk/families/[applicationId]', as: 'desk', address: () => paths.deskFamily(of(pools.families).applicationId) },
    { page: '/console/desk/families/[applicationId]/[entry]', as: 'desk', address: () => paths.deskEntry(of(pools.families).applicationId, 'property') },
    { page: '/console/desk/proposals/[proposalId]', as: 'desk', address: () => paths.proposal(of(pools.proposals)) },
    { page: '/console/season', as: 'admin', address: () => paths.season },
    { page: '/console/season/window', as: 'admin', address: () => paths.seasonWindow },
    { page: '/console/season/proposals/[seasonProposalId]', as: 'admin', address: () => paths.seasonProposal(prepared.seasonProposalId) },
    { page: '/console/season/drafts/[draftId]', as: 'admin', address: () => paths.seasonDraft(prepared.draftId) },
    { page: '/console/season/drafts/[draftId]/changes', as: 'admin', address: () => paths.seasonChanges(prepared.draftId) },
    { page: '/console/season/drafts/[draftId]/publish', as: 'admin', address: () => paths.seasonPublish(prepared.draftId) },
    { page: '/console/season/drafts/[draftId]/what-if', as: 'admin', address: () => paths.seasonWhatIf(prepared.draftId) },
    { page: '/console/registers', as: 'admin', address: () => paths.registers },
    { page: '/console/registers/uploads/[uploadId]', as: 'admin', address: () => paths.registerUpload(prepared.uploadId) },
    { page: '/console/allocation', as: 'admin', address: () => paths.allocation },
    { page: '/console/allocation/[runId]', as: 'admin', address: () => `${paths.allocationRun(of(afterwards.runs))}?${query.decisions()}` },
    { page: '/console/allocation/compare', as: 'admin', address: () => `${paths.allocationCompare}?${twoRuns()}` },
    { page: '/console/allocation/by-hand', as: 'admin', address: () => `${paths.byHand}?${narrowed({ given: ['yes'] })}` },
    { page: '/console/overview', as: 'admin', address: () => paths.overview },
    { page: '/console/staff', as: 'admin', address: () => paths.staffList },
    { page: '/console/staff/[staffId]', as: 'admin', address: () => paths.staffMember(of(pools.reviewers)) },
    { page: '/console/audit', as: 'auditor', address: () => `${paths.audit}?${query.events()}` },
    { page: '/console/audit/[eventId]', as: 'auditor', address: () => paths.auditEvent(of(pools.events)) },
    { page: '/school', as: 'clerk', address: () => `${paths.school}?${query.applicants()}` },
    { page: '/school/applicants/[applicationId]', as: 'clerk', address: () => paths.schoolApplicant(of(pools.applicants)) },
    { page: '/school/counts', as: 'clerk', address: () => paths.schoolCounts },
    { page: '/school/admissions', as: 'clerk', address: () => paths.schoolAdmissions },
  ]
}

import { messageLead } from '@/lib/copy/messages'
import { APPEAL_SLUGS } from '@/lib/domain/appeals'
import type { InboxMessage } from '@/lib/data/messages'
import { paths } from '@/lib/paths'

/** Where a message leads; into a registration only where it is the reader's own. */
export function messagePath({ applicationId, told }: Pick<InboxMessage, 'applicationId' | 'told'>): string {
  const { to } = messageLead(told)
  if (applicationId === null || to === 'children') return paths.children
  if (to === 'receipt') return paths.done(applicationId)
  if (to === 'result') return paths.result(applicationId)
  if (to === 'objection') return paths.objection(applicationId)
  return to === 'appeal' && 'kind' in told.content ? paths.appeal(applicationId, APPEAL_SLUGS[told.content.kind]) : paths.application(applicationId)
}

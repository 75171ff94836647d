import type { Metadata } from 'next'
import { ConsolePage } from '@/components/console/console-page'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { RETURN_DONE } from '@/lib/copy/staff/applications'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { db } from '@/lib/data/db'
import { isReturnOpen, listWaitingReturns } from '@/lib/data/returns'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { WaitingReturnCard } from './waiting-return'

export const metadata: Metadata = { title: '退回审批' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The returns that wait for the other administrator. */
export default async function ReturnsPage({ searchParams }: Props) {
  const actor = await requireStaff('returnSubmission', paths.returns)
  const [{ season: at }, waiting, { fault, done }] = await Promise.all([requestNow(), listWaitingReturns(actor), searchParams])
  const open = new Map(await Promise.all([...new Set(waiting.map(({ proposal }) => proposal.year))].map(async (year) => [year, await isReturnOpen(db(), { county: actor.county, year }, at)] as const)))
  const said = Object.entries(RETURN_DONE).find(([outcome]) => outcome === done)?.[1]
  return (
    <ConsolePage
      actor={actor} current="applications" title="退回审批" lead="一位管理员提出，另一位决定。同意以后，家长可以修改再提交；没有再提交的，原来那一份仍然有效。" fault={fault} demonstration={isDemonstration()}
      back={{ href: paths.applications, to: '登记查询' }}
    >
      {said && <Notice kind="ok"><p role="status">{said}</p></Notice>}
      {waiting.length === 0
        ? <Empty title="没有等待决定的">要退回一份登记，请在它的页面「退回与录入」里提出。</Empty>
        : <ul className="lines" role="list">{waiting.map((one) => <WaitingReturnCard key={one.proposal.id} waiting={one} own={one.proposal.proposedById === actor.staffId} open={open.get(one.proposal.year) ?? false} />)}</ul>}
    </ConsolePage>
  )
}

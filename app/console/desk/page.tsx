import type { Metadata } from 'next'
import { ConsolePage } from '@/components/console/console-page'
import { Section } from '@/components/layout/section'
import { PAGE_NAMES } from '@/lib/copy/staff/frame'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { hasRight } from '@/lib/domain/staff'
import { listOwnLines, listWaitingLines } from '@/lib/data/desk-proposals'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { AssistSection } from './assist/section'
import { CompletionsSection } from './completions/section'
import { ProposalTable } from './proposal-table'
import { SearchForm } from './search-form'

export const metadata: Metadata = { title: PAGE_NAMES.desk }

type Props = { searchParams: Promise<{ fault?: string | string[] }> }

/** Where the desk begins: a family is found, what waits is decided by another officer, and one's own entries are followed. */
export default async function DeskPage({ searchParams }: Props) {
  const actor = await requireStaff('approveDesk', paths.desk)
  const { season: now } = await requestNow()
  const { fault } = await searchParams
  return (
    <ConsolePage actor={actor} current="desk" demonstration={isDemonstration()} title={PAGE_NAMES.desk} lead="线下核验的房产、学区匹配和身份，一人录入，另一人复核。" fault={fault}>
      <Section near title="查找家庭"><SearchForm /></Section>
      {hasRight(actor.role, 'desk') && <AssistSection />}
      <CompletionsSection county={actor.county} />
      <Section near title="等待复核">
        <ProposalTable lines={await listWaitingLines(actor)} now={now} caption="等待复核的录入" none="没有等待复核的录入。" />
      </Section>
      {hasRight(actor.role, 'desk') && (
        <Section near title="我提出的">
          <ProposalTable lines={await listOwnLines(actor)} now={now} caption="我提出的录入" none="还没有提出过。先查找家庭，再录入。" />
        </Section>
      )}
    </ConsolePage>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ConsolePage } from '@/components/console/console-page'
import { Section } from '@/components/layout/section'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { StatusTag } from '@/components/ui/tag'
import { STATUS_NAMES } from '@/lib/copy/staff/applications'
import { COMPLETION_WORDS } from '@/lib/copy/staff/assist'
import { KIND_WORDS } from '@/lib/copy/staff/desk'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { openFamily } from '@/lib/commands/open-family'
import { countedRecord } from '@/lib/data/applications'
import { listCompletableOf } from '@/lib/data/completions'
import { db } from '@/lib/data/db'
import { listCountyGuardians, listFamilyAddresses, listWithdrawable } from '@/lib/data/desk-family'
import { listLinesOfFamily } from '@/lib/data/desk-proposals'
import { isOverForGood } from '@/lib/domain/completion'
import { DESK_KINDS, type DeskKind } from '@/lib/domain/desk-entries'
import { maskIdNumber } from '@/lib/domain/privacy'
import { hasRight } from '@/lib/domain/staff'
import { OPEN_STATUSES } from '@/lib/domain/status'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { ProposalTable } from '../../proposal-table'
import { AddressTable } from './address-table'
import { PeopleFacts } from './people-facts'

export const metadata: Metadata = { title: '家庭' }

type Props = { params: Promise<{ applicationId: string }>; searchParams: Promise<{ fault?: string | string[] }> }

/** What is known of a family, and what the desk can enter for it; that it was opened is written down. */
export default async function FamilyPage({ params, searchParams }: Props) {
  const { applicationId } = await params
  const actor = await requireStaff('approveDesk', paths.deskFamily(applicationId))
  const family = z.uuid().safeParse(applicationId).success ? await openFamily({ actor, applicationId }) : null
  if (!family) notFound()
  const { application, guardian, published } = family
  const record = countedRecord(application)
  const { season: now } = await requestNow()
  const guardians = await listCountyGuardians(application)
  const [left] = await listCompletableOf(db(), actor.county, now, application.id)
  const isOpen = OPEN_STATUSES.includes(application.status)
  const nothing: readonly DeskKind[] = [...(guardians.length === 0 ? ['remove-guardian' as const] : []), ...(listWithdrawable(application).length === 0 ? ['withdrawal' as const] : [])]
  const entries = DESK_KINDS.filter((kind) => !nothing.includes(kind))
  return (
    <ConsolePage
      actor={actor}
      current="desk"
      demonstration={isDemonstration()}
      title={<>{record?.value.student.name ?? '姓名未核实'} <span className="text-base font-normal text-ink-soft tabular-nums">{maskIdNumber(application.studentIdNumber)}</span></>}
      lead={<><StatusTag kind={STATUS_NAMES[application.status].tag}>{STATUS_NAMES[application.status].text}</StatusTag> 办理人 {guardian.name}</>}
      back={{ href: paths.desk, to: '线下窗口' }}
      action={<a className="tool" href={paths.applicationFile(application.id)}>登记全文</a>}
      fault={(await searchParams).fault}
    >
      {left && <Section near title={COMPLETION_WORDS.title}><p className="text-ink-soft">{COMPLETION_WORDS.because[left.because]}</p><div className="flex"><ButtonLink variant="secondary" href={paths.completion(application.id)}>{COMPLETION_WORDS.goTo}</ButtonLink></div></Section>}
      <Section near title="学生和监护人"><PeopleFacts application={application} countyGuardians={guardians} /></Section>
      <Section near title="地址和学区"><AddressTable addresses={listFamilyAddresses(application, published.season)} season={published.season} /></Section>
      {hasRight(actor.role, 'desk') && (
        <Section near title="录入">
          {isOpen && isOverForGood(application, published.season.settings, now) && <Notice><p>{COMPLETION_WORDS.over}</p></Notice>}
          {isOpen
            ? <ul role="list" className="flex flex-wrap gap-3">{entries.map((kind) => <li key={kind}><ButtonLink variant="secondary" href={paths.deskEntry(application.id, kind)} small={KIND_WORDS[kind].text}>{KIND_WORDS[kind].entry}</ButtonLink></li>)}</ul>
            : <p className="text-sm text-ink-soft">这份登记{STATUS_NAMES[application.status].text}，不能再录入。</p>}
        </Section>
      )}
      <Section near title="录入记录">
        <ProposalTable lines={await listLinesOfFamily(actor, application.id)} now={now} caption="这个家庭的录入" none="还没有录入过。" />
      </Section>
    </ConsolePage>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ConsolePage } from '@/components/console/console-page'
import { describeCatchment, rowWords, schoolNames } from '@/lib/copy/catchment'
import { establishedName } from '@/lib/copy/staff/application-file'
import { factWords, KIND_WORDS, MATCH_WORDS, USE_WORDS } from '@/lib/copy/staff/desk'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { openFamily, type OpenedFamily } from '@/lib/commands/open-family'
import { openProposal } from '@/lib/commands/open-proposal'
import { countedRecord } from '@/lib/data/applications'
import { addressReference, listCountyGuardians, listFamilyAddresses, listWithdrawable } from '@/lib/data/desk-family'
import { isDeskKind, type DeskKind } from '@/lib/domain/desk-entries'
import { typedFromEntry } from '@/lib/domain/desk-forms'
import { maskIdNumber } from '@/lib/domain/privacy'
import { RELATION_WORDS } from '@/lib/domain/relation'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import type { Typed } from '../../../typed-form'
import { ENTRY_FORMS } from './entry-forms'

export const metadata: Metadata = { title: '录入' }

type Props = { params: Promise<{ applicationId: string; entry: string }>; searchParams: Promise<{ proposal?: string | string[] }> }

/** One of the desk's entries, typed; the papers are scanned on the next page. With `proposal` the officer's own draft is typed again. */
export default async function EntryPage({ params, searchParams }: Props) {
  const { applicationId, entry } = await params
  if (!isDeskKind(entry) || !z.uuid().safeParse(applicationId).success) notFound()
  const actor = await requireStaff('desk', paths.deskEntry(applicationId, entry))
  const amended = z.uuid().safeParse((await searchParams).proposal).data
  const draft = amended ? await openProposal({ actor, proposalId: amended, now: await requestNow() }) : null
  if (amended && (draft?.proposal.status !== 'draft' || draft.application.id !== applicationId || draft.entry.kind !== entry)) notFound()
  const family = draft ?? (await openFamily({ actor, applicationId }))
  if (!family) notFound()
  const { application, published: { season } } = family
  const Form = ENTRY_FORMS[entry]
  return (
    <ConsolePage
      actor={actor}
      current="desk"
      demonstration={isDemonstration()}
      title={`${KIND_WORDS[entry].entry}：${countedRecord(application)?.value.student.name ?? maskIdNumber(application.studentIdNumber)}`}
      lead={KIND_WORDS[entry].text}
      back={{ href: paths.deskFamily(applicationId), to: '这个家庭' }}
    >
      <Form
        kept={draft ? typedFromEntry(draft.entry, (chosen) => addressReference(application, chosen)) : known(entry, family)}
        hidden={{ applicationId, proposalId: draft?.proposal.id ?? '' }}
        addresses={listFamilyAddresses(application, season).map(({ reference, address, use, state }) => ({ reference, address, what: USE_WORDS[use], now: state.row === null ? MATCH_WORDS[state.status] : rowWords(season, state.row) }))}
        rows={season.catchmentRows.map((row) => ({ row: row.row, text: describeCatchment(row), schools: schoolNames(season, row.schools) }))}
        guardians={(await listCountyGuardians(application)).map(({ guardianId: id, name, relation, idNumber }) => ({ id, title: `${name}（${RELATION_WORDS[relation]}）`, text: maskIdNumber(idNumber) }))}
        facts={listWithdrawable(application).map((fact) => ({ id: fact.id, title: establishedName(fact.kind), text: factWords(fact) }))}
      />
    </ConsolePage>
  )
}

/** What need not be typed: the county, and of an identity what the record already has. No number of a person stands in a page before somebody has typed it. */
function known(entry: DeskKind, { application, guardian }: OpenedFamily): Typed {
  if (entry === 'property') return { county: application.county }
  if (entry === 'identity') return { studentName: countedRecord(application)?.value.student.name, guardian1Name: guardian.name }
  return {}
}

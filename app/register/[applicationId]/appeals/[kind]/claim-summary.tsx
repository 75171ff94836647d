import type { ReactNode } from 'react'
import { Phrases } from '@/components/ui/phrase'
import { SummaryList, SummaryRow } from '@/components/ui/summary'
import { GROUND_EVIDENCE, SINGLE_PARENT_WORDS } from '@/lib/copy/appeals'
import { KINSHIP_WORDS } from '@/lib/copy/kinship'
import type { AppealClaim } from '@/lib/domain/appeal-claims'
import { GROUND_NAMES } from '@/lib/domain/grounds'
import { maskIdNumber, maskName } from '@/lib/domain/privacy'
import { RELATION_WORDS } from '@/lib/domain/relation'
import type { CountedRecord } from '@/lib/data/applications'

type Props = { claim: AppealClaim; record: CountedRecord['value'] | null }

/** What the family claims, as it typed it; ID numbers masked. */
export function ClaimSummary({ claim, record }: Props) {
  return <SummaryList>{rowsOf(claim, record)}</SummaryList>
}

function rowsOf(claim: AppealClaim, record: Props['record']): ReactNode {
  const ofRecord = (idNumber: string) => {
    const guardian = record?.guardians.find((one) => one.idNumber === idNumber)
    return <Person idNumber={idNumber} name={guardian?.name ?? null} more={guardian && RELATION_WORDS[guardian.relation]} />
  }
  switch (claim.kind) {
    case 'STUDENT_NOT_FOUND':
      return (
        <>
          <SummaryRow term="学生"><Person {...claim.student} /></SummaryRow>
          <Guardians guardians={claim.guardians} />
          <SummaryRow term="户籍地址"><Phrases text={claim.household.address} /></SummaryRow>
          <SummaryRow term="户主"><Head {...claim} /></SummaryRow>
        </>
      )
    case 'GUARDIAN_MISMATCH':
      return (
        <>
          <SummaryRow term="学生"><Person {...claim.student} /></SummaryRow>
          <Guardians guardians={claim.guardians} />
          <SummaryRow term="哪里不对">{claim.explanation}</SummaryRow>
        </>
      )
    case 'SINGLE_PARENT':
      return (
        <>
          <SummaryRow term="要删除的">{ofRecord(claim.removed)}</SummaryRow>
          <SummaryRow term="原因">{SINGLE_PARENT_WORDS[claim.reason]}</SummaryRow>
          {claim.explanation && <SummaryRow term="说明">{claim.explanation}</SummaryRow>}
        </>
      )
    case 'BLENDED_FAMILY':
      return (
        <>
          <SummaryRow term="选择的监护人">{ofRecord(claim.kept)}</SummaryRow>
          {claim.explanation && <SummaryRow term="说明">{claim.explanation}</SummaryRow>}
        </>
      )
    case 'GRANDPARENT_KINSHIP':
      return (
        <>
          <SummaryRow term={KINSHIP_WORDS[claim.kinship]}><Person {...claim.grandparent} /></SummaryRow>
          <SummaryRow term="是谁的父母">{ofRecord(claim.through)}</SummaryRow>
        </>
      )
    case 'NO_VALID_MATERIALS':
      return (
        <>
          <SummaryRow term="属于哪一种">{GROUND_NAMES[claim.ground]}</SummaryRow>
          <SummaryRow term="现在的住址"><Phrases text={claim.address} /></SummaryRow>
          <SummaryRow term={GROUND_EVIDENCE[claim.ground].label}>{claim.evidence}</SummaryRow>
        </>
      )
  }
}

function Person({ name, idNumber, more }: { name: string | null; idNumber: string; more?: string }) {
  return (
    <>
      {name ?? maskName(null)}{more && `（${more}）`}
      <br /><span className="whitespace-nowrap text-ink-soft tabular-nums">{maskIdNumber(idNumber)}</span>
    </>
  )
}

type Claimed = Extract<AppealClaim, { kind: 'STUDENT_NOT_FOUND' }>

function Guardians({ guardians }: Pick<Claimed, 'guardians'>) {
  return guardians.map((guardian, index) => <SummaryRow key={index} term={RELATION_WORDS[guardian.relation]}><Person {...guardian} /></SummaryRow>)
}

function Head({ household, guardians, student }: Claimed) {
  const { headIdNumber } = household
  if (headIdNumber === null) return '不是监护人，身份证号没有填'
  const named = [student, ...guardians].find((person) => person.idNumber === headIdNumber)
  return named ? named.name : <span className="whitespace-nowrap tabular-nums">{maskIdNumber(headIdNumber)}</span>
}

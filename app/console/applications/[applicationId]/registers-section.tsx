import type { ReactNode } from 'react'
import { grandparentWord } from '@/lib/copy/kinship'
import { outcomeName, registerName } from '@/lib/copy/staff/application-file'
import { versionName } from '@/lib/copy/staff/registers'
import { dayAndTime, shortDayAndTime, writtenDate } from '@/lib/copy/time'
import { RELATION_WORDS } from '@/lib/domain/relation'
import type { Findings } from '@/lib/data/applications'
import type { FiledFinding } from '@/lib/data/application-file'
import type { File, Numbers } from './file'
import { FileSection } from './file-section'
import { FamilyNumber } from './number'

/** Everything that was asked for, the newest first; of the answer that counts also what it said. */
export function RegistersSection({ file: { application, findings }, numbers }: { file: File; numbers: Numbers }) {
  return (
    <FileSection id="registers" empty={findings.length === 0 && '还没有查询。'}>
      <div className="scroll">
        <table className="compare compare--wide">
          <thead><tr><th scope="col">登记</th><th scope="col">何时查询</th><th scope="col">结果</th><th scope="col">说了什么</th></tr></thead>
          <tbody>{findings.map((finding) => <FindingRow key={finding.id} finding={finding} said={saidBy(finding, application.findings, numbers)} />)}</tbody>
        </table>
      </div>
    </FileSection>
  )
}

function FindingRow({ finding: { registry, askedAt, outcome, version }, said }: { finding: FiledFinding; said: ReactNode }) {
  return (
    <tr>
      <th scope="row">{registerName(registry)}</th>
      <td>{dayAndTime(askedAt)}{version && <Version version={version} />}</td>
      <td>{outcomeName(outcome)}</td>
      <td>{said}</td>
    </tr>
  )
}

/** Which file answered, and whether the department has sent a newer one since. */
function Version({ version: { number, at, newest } }: { version: NonNullable<FiledFinding['version']> }) {
  return (
    <span className="block text-xs text-ink-soft">
      数据{versionName(number)}，{shortDayAndTime(at)} 导入
      {newest > number && <span className="block">现在已是{versionName(newest)}</span>}
    </span>
  )
}

/** Only the newest answer of a register counts; of an earlier one stands that it was given. */
function saidBy({ id }: FiledFinding, { record, household, property, contract, kinship, grandparentProperty }: Findings, numbers: Numbers): ReactNode {
  if (record?.id === id && record.outcome === 'found') return <Record value={record.value} numbers={numbers} />
  if (household?.id === id && household.outcome === 'found') return <Households value={household.value} numbers={numbers} />
  for (const properties of [property, grandparentProperty]) {
    if (properties?.id === id && properties.outcome === 'found') return <Properties value={properties.value} numbers={numbers} />
  }
  if (contract?.id === id && contract.outcome === 'found') return <Contracts value={contract.value} numbers={numbers} />
  if (kinship?.id === id && kinship.outcome === 'found') {
    const relation = record?.outcome === 'found' ? record.value.guardians.find((one) => kinship.value.through.includes(one.idNumber))?.relation : undefined
    return `${kinship.value.grandparent.name}${relation ? `，${grandparentWord(relation, kinship.value.grandparent.idNumber)}` : ''}`
  }
  return null
}

type Found<Key extends keyof Findings> = { value: Extract<NonNullable<Findings[Key]>, { outcome: 'found' }>['value']; numbers: Numbers }

function Record({ value: { student, guardians }, numbers }: Found<'record'>) {
  return (
    <ul role="list">
      <li>学生：{student.name}　<FamilyNumber numbers={numbers} kind="id-number" value={student.idNumber} whose="学生" /></li>
      {guardians.map((guardian, index) => <li key={index}>{RELATION_WORDS[guardian.relation]}：{guardian.name ?? '姓名未登记'}　<FamilyNumber numbers={numbers} kind="id-number" value={guardian.idNumber} whose={RELATION_WORDS[guardian.relation]} /></li>)}
    </ul>
  )
}

function Households({ value: { people }, numbers }: Found<'household'>) {
  return (
    <ul role="list">
      {people.map((person, index) => (
        <li key={index}>
          {person.name}　<FamilyNumber numbers={numbers} kind="id-number" value={person.idNumber} whose={person.name} />
          <span className="block text-ink-soft">{[person.address ?? '没有地址', person.headName && `户主${person.headName}`, person.registeredOn && `${writtenDate(person.registeredOn)}登记`].filter(Boolean).join('，')}</span>
        </li>
      ))}
    </ul>
  )
}

function Properties({ value: { properties }, numbers }: Found<'property'>) {
  if (properties.length === 0) return '0 套'
  return (
    <ul role="list">
      {properties.map(({ certificateNumber, address, use, owners }, index) => (
        <li key={index}>{address}，{use}，{owners.map(({ name }) => name ?? '姓名未登记').join('、')}　<FamilyNumber numbers={numbers} kind="home-number" value={certificateNumber} whose="不动产" /></li>
      ))}
    </ul>
  )
}

function Contracts({ value: { contracts }, numbers }: Found<'contract'>) {
  return (
    <ul role="list">
      {contracts.map(({ contractNumber, address, use, buyers }, index) => (
        <li key={index}>{address}，{use}，{buyers.map(({ name }) => name ?? '姓名未登记').join('、')}　<FamilyNumber numbers={numbers} kind="home-number" value={contractNumber} whose="购房合同" /></li>
      ))}
    </ul>
  )
}

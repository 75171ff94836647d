import { establishedSource } from '@/lib/copy/appeals'
import { dayAndTime } from '@/lib/copy/time'
import { maskIdNumber, maskName } from '@/lib/domain/privacy'
import { RELATION_WORDS } from '@/lib/domain/relation'
import { countedRecord, type Application } from '@/lib/data/applications'
import type { CountyGuardian } from '@/lib/data/desk-family'

type Props = { application: Application; countyGuardians: readonly CountyGuardian[] }

/** Whom the record that counts names, and whose word it is. */
export function PeopleFacts({ application, countyGuardians }: Props) {
  const record = countedRecord(application)
  if (!record) return <p className="text-sm text-ink-soft">{application.findings.record?.outcome === 'not-found' ? '公安户籍里查不到这个学生。' : '公安户籍还没有回应。'}</p>
  const byCounty = (idNumber: string) => countyGuardians.some((guardian) => guardian.idNumber === idNumber)
  return (
    <>
      <dl className="facts max-w-3xl">
        <div><dt>学生</dt><dd>{record.value.student.name} <span className="tabular-nums">{maskIdNumber(record.value.student.idNumber)}</span></dd></div>
        {record.value.guardians.map((guardian, index) => (
          <div key={index}><dt>{RELATION_WORDS[guardian.relation]}</dt><dd>{guardian.name ?? maskName(null)} <span className="tabular-nums">{maskIdNumber(guardian.idNumber)}</span>{byCounty(guardian.idNumber) && '，由区县确认'}</dd></div>
        ))}
      </dl>
      <p className="text-xs text-ink-soft">{record.source === 'county' ? establishedSource(record.at) : `来源：公安户籍，${dayAndTime(record.at)} 查询`}</p>
    </>
  )
}

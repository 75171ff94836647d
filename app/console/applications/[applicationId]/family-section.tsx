import { dayAndTime } from '@/lib/copy/time'
import { RELATION_WORDS } from '@/lib/domain/relation'
import { countedRecord } from '@/lib/data/applications'
import type { File, Numbers } from './file'
import { Fact, FileSection } from './file-section'
import { FamilyNumber } from './number'

/** Who they are: the child, who registers it, and whom else the record names. */
export function FamilySection({ file: { application, guardian, startedAt }, numbers }: { file: File; numbers: Numbers }) {
  const record = countedRecord(application)?.value
  const own = record?.guardians.find((one) => one.idNumber === guardian.idNumber)
  const others = record?.guardians.filter((one) => one.idNumber !== guardian.idNumber) ?? []
  return (
    <FileSection id="family">
      <dl className="facts">
        <Fact term="学生">{record?.student.name ?? '还没有查到'}</Fact>
        <Fact term="身份证号"><FamilyNumber numbers={numbers} kind="id-number" value={application.studentIdNumber} whose="学生" /></Fact>
        <Fact term="办理的家长">{guardian.name}{own ? `（${RELATION_WORDS[own.relation]}）` : '（登记里没有这位家长）'}</Fact>
        <Fact term="身份证号"><FamilyNumber numbers={numbers} kind="id-number" value={guardian.idNumber} whose={guardian.name} /></Fact>
        <Fact term="手机">{guardian.phone ? <FamilyNumber numbers={numbers} kind="phone" value={guardian.phone} whose={guardian.name} /> : '没有登记'}</Fact>
        {others.map((other, index) => (
          <Fact key={index} term={RELATION_WORDS[other.relation]}>
            {other.name ?? '姓名未登记'}　<FamilyNumber numbers={numbers} kind="id-number" value={other.idNumber} whose={RELATION_WORDS[other.relation]} />
          </Fact>
        ))}
        <Fact term="开始登记">{dayAndTime(startedAt)}</Fact>
      </dl>
    </FileSection>
  )
}

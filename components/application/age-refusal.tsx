import { NumberedList } from '@/components/ui/numbers'
import { BirthdayRange } from '@/components/ui/range'
import { writtenDate } from '@/lib/copy/time'
import type { AgeFault } from '@/lib/domain/age'
import { maskIdNumber } from '@/lib/domain/privacy'
import { normaliseIdNumber } from '@/lib/domain/national-id'

/** Which limit was missed and by how much. A refusal is not a fault: it is set in ink, with what to do next. */
export function AgeRefusal({ fault, idNumber }: { fault: AgeFault; idNumber: string }) {
  const limit = fault.side === 'late' ? '最晚' : '最早'
  const by = `${fault.days} 天`
  return (
    <section className="section" role="alert" aria-labelledby="age">
      <h2 id="age">年龄不符，今年不能报名一年级</h2>
      <p>孩子比规定的{limit}出生日期{fault.side === 'late' ? '晚' : '早'} <b>{by}</b>出生。</p>
      <BirthdayRange from={fault.from} to={fault.to} birthday={fault.birthday} side={fault.side} by={by} />
      <p className="text-sm text-ink-soft">
        您填的是 <span className="whitespace-nowrap tabular-nums">{maskIdNumber(normaliseIdNumber(idNumber))}</span>，出生日期 {writtenDate(fault.birthday)}。
        规定是 {writtenDate(fault.from)}至{writtenDate(fault.to)}出生，含首尾两天。
      </p>
      <NumberedList
        items={[
          { title: '号码填错了', text: '在下面改正，再查一次。' },
          {
            title: '号码没错',
            text: fault.side === 'late' ? '请等下一年度的招生通知，以通知的年龄要求为准。' : '请打自己地段学校的电话，说明孩子的情况。',
          },
          { title: '户口登记的出生日期有误', text: '先到户籍所在地派出所更正，再在截止前回来查询。' },
        ]}
      />
    </section>
  )
}

import { Section } from '@/components/layout/section'
import { Bullets } from '@/components/ui/bullets'
import { More } from '@/components/ui/disclosure'
import { Phrases } from '@/components/ui/phrase'
import { SummaryList, SummaryRow } from '@/components/ui/summary'
import { writtenDate } from '@/lib/copy/time'

/** Who may register, who signs in, what to have at hand. */
export function NoticeToParents({ bornFrom, bornTo }: { bornFrom: string; bornTo: string }) {
  return (
    <>
      <Section title="哪些孩子可以报名">
        <p>
          <b className="tabular-nums"><span className="phrase">{writtenDate(bornFrom)}至</span><span className="phrase">{writtenDate(bornTo)}</span></b>
          出生，<span className="phrase">含首尾两天，</span><span className="phrase">年满 6 周岁。</span>
        </p>
      </Section>
      <Section title="由谁登录">
        <p>监护人（主要指父母）先在昌通码完成实名认证。</p>
        <SummaryList>
          <SummaryRow term="用房产证">产权人本人登录；学生本人的房产，父亲或母亲都可以</SummaryRow>
          <SummaryRow term="用购房合同">合同上的买房人登录</SummaryRow>
          <SummaryRow term="其他方式">父亲或母亲都可以，包括用（外）祖父母房产或户籍</SummaryRow>
        </SummaryList>
      </Section>
      <Section title="手边准备好">
        <Bullets>
          <li>学生的身份证号，<span className="phrase">户口本上有</span></li>
          <li>用（外）祖父母房产：<Phrases text="他们的姓名、身份证号和不动产权证号" /></li>
          <li>用购房合同：合同编号</li>
          <li>经商、务工或持居住证：<span className="phrase">材料的照片</span></li>
        </Bullets>
        <p className="text-sm text-ink-soft">系统能查到的信息不用上传。</p>
        <More summary="经商、务工、居住证各要什么材料">
          <SummaryList>
            <SummaryRow term="经商">营业执照、户口本（所有监护人页和学生页）、住房租赁合同</SummaryRow>
            <SummaryRow term="务工">户口本（所有监护人页和学生页）、单位用工合同、近三个月工资表</SummaryRow>
            <SummaryRow term="居住证">居住证、户口本（所有监护人页和学生页）</SummaryRow>
          </SummaryList>
        </More>
      </Section>
    </>
  )
}

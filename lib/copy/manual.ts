import type { AppealKind, Basis } from '@/lib/rules'
import type { Step } from '@/lib/domain/journey'
import { BASIS_WORDS } from './bases'

/** 「操作说明」 in the notice's eight parts: what to do in each, in the order in which a family does it. */
export type ManualPart = { id: string; title: string; steps: readonly { title: string; text: string }[]; tips?: readonly string[] }

export const MANUAL: readonly ManualPart[] = [
  {
    id: 'record',
    title: '第一部分：确认学生和家长信息',
    steps: [
      { title: '登录平台', text: '监护人用昌通码登录，点「小学入学」。还没有实名认证的：个人中心，点「去认证」，输入真实姓名和身份证号，扫脸，显示「认证成功」。' },
      { title: '公办采集', text: '在「我的孩子」点「公办采集」。以前填过的，从这里接着填。' },
      { title: '选择入学区县，核对学生和监护人', text: '选好区县，输入学生身份证号查询。信息无误点「与实际情况相符」；监护人不对点「与实际情况不符」；没有查到学生，点页面最下面的「入学登记」。' },
      { title: '隐私保护协议书', text: '看完协议，勾选后点「确认」。' },
      { title: '学生户籍信息核验', text: '系统提取学生和监护人的户籍信息，仔细核对后点「确认」。' },
      { title: '选择入学房产', text: '五种入学方式选一种，各看下面自己的部分。' },
    ],
    tips: ['单亲家庭可以删除一位监护人，重组家庭可以选择一位监护人，都要提交材料，审核通过后继续。'],
  },
  {
    id: 'materials',
    title: '第二部分：补充材料',
    steps: [{ title: '提交材料，等待审核', text: '按提示填写信息、提交材料，等待区县审核。审核通过后，点「开始信息核验」，从隐私保护协议书接着办。' }],
    tips: ['审核未通过的，页面写明原因，可以修改后再次提交。', '截止以前提交的申请，截止以后继续审核，通过后由区县为您完成登记。'],
  },
  {
    id: 'deed',
    title: '第三部分：使用不动产权证',
    steps: [
      { title: '看家里的房产', text: '系统自动读取家庭的房产并列出来。老产证可能显示 0 套，到自然资源局更新房产证以后，点「重新查询」就能继续。' },
      { title: '使用不动产权证', text: '勾选要用的一套，点「确认使用」，到房产详情；确认无误，点「使用该房产入学」。' },
      { title: '看结果', text: '页面显示生源类别和学位预分配信息。点「点击查看更多户籍信息」核对。想换一套，点「选择其他房产」。' },
      { title: '提交', text: '看完 15 秒，点「提交入学信息」。提交之后不能修改。' },
    ],
    tips: [
      '请用产权人的昌通码登录；学生本人的房产，父亲或母亲都可以。',
      '显示 0 套的：先看区县选对没有，再看用途是不是「住宅」，再到自然资源局更新产权人信息；更新不了的，开具不动产查询证明。',
      '「房产信息待匹配」：到自然资源局更新房产地址；更新不了的，带派出所开的新旧地址证明到现场办公点。',
      '学位预分配信息按学区划分预测，不是最终结果。',
    ],
  },
  {
    id: 'grandparents',
    title: '第四部分：使用（外）祖父母不动产权证',
    steps: [
      { title: '填写（外）祖父母信息', text: '选择「使用祖父母（外祖父母）不动产权证」，填写老人的姓名和身份证号，老人同意的打勾，点「查询」。爷爷、奶奶、外公、外婆都可以。' },
      { title: '确认绑定', text: '核查通过，点「确认绑定（外）祖父母」。无法确认亲属关系的，点「补充（外）祖父母材料」，看第五部分。' },
      { title: '确认房产', text: '勾选要用的一套，点「确认使用」，到房产详情；确认无误，点「使用该房产入学」。' },
      { title: '看结果，提交', text: '看生源类别和学位预分配信息。想换一套，点「选择其他房产」。看完 15 秒，点「提交入学信息」，提交之后不能修改。' },
    ],
  },
  {
    id: 'kinship',
    title: '第五部分：补充材料（隔代亲属关系）',
    steps: [
      { title: '补充（外）祖父母材料', text: '无法确认隔代亲属关系的，填写信息，上传能证明关系的材料，点最下面的「提交审核」，等待区县审核。' },
      { title: '填写不动产权证号', text: '审核通过后再进入，点「确认绑定（外）祖父母」，填写这位老人的不动产权证号，查学位信息。' },
      { title: '核对房产，提交', text: '核对房产，点「使用该房产入学」；看完 15 秒，点「提交入学信息」。' },
    ],
  },
  {
    id: 'contract',
    title: '第六部分：使用购房合同',
    steps: [
      { title: '填写合同编号', text: '选择「使用购房合同」，买房人本人登录，填写合同编号查询。' },
      { title: '看结果，提交', text: '确认户籍、生源类别和学位预分配信息；看完 15 秒，点「提交入学信息」。' },
    ],
  },
  {
    id: 'household',
    title: '第七部分：使用学生或父母的户籍',
    steps: [
      { title: '勾选户籍地址', text: '学生是城区户籍才能用。选择「户籍」，勾选学生或父母的户籍地址，点「确认使用」。' },
      { title: '阳湖村的学生选志愿学校', text: '在「阳湖村过渡学区」的选择框里选一所志愿学校，再提交。' },
      { title: '看结果，提交', text: '看完 15 秒，点「提交入学信息」。' },
    ],
  },
  {
    id: 'no-materials',
    title: '第八部分：经商、务工人员子女和持居住证',
    steps: [
      { title: '提供材料', text: '选择「无有效材料」，点「提供材料」，填写信息、上传材料，点「提交审核」。家庭在城区有房产的，不能用这种方式。' },
      { title: '要哪些材料', text: '经商：营业执照、户口本（所有监护人页和学生页）、住房租赁合同。务工：户口本、单位用工合同、近三个月工资表。居住证：居住证、户口本。' },
      { title: '审核通过后提交', text: '看学位预分配页面，看完 15 秒，点「提交入学信息」。' },
    ],
  },
]

const PARTS = {
  start: 'record',
  record: 'record',
  agreement: 'record',
  household: 'record',
  basis: 'record',
  grandparent: 'grandparents',
  binding: 'grandparents',
  certificate: 'kinship',
  deed: 'deed',
  property: 'deed',
  contract: 'contract',
  registration: 'household',
  'no-materials': 'no-materials',
  STUDENT_NOT_FOUND: 'materials',
  GUARDIAN_MISMATCH: 'materials',
  SINGLE_PARENT: 'materials',
  BLENDED_FAMILY: 'materials',
  GRANDPARENT_KINSHIP: 'kinship',
  NO_VALID_MATERIALS: 'no-materials',
} as const satisfies Record<Exclude<Step, 'confirm'> | AppealKind | 'start', string>

/** The part that the page of a step or an appeal leads to; what several bases share, and the confirmation, belong to the part of the basis. */
export function manualPart(step: keyof typeof PARTS | { confirms: Basis }, basis?: Basis): string {
  if (typeof step !== 'string') return BASIS_WORDS[step.confirms].part
  return basis === 'GRANDPARENT_DEED' && PARTS[step] === 'deed' ? BASIS_WORDS[basis].part : PARTS[step]
}

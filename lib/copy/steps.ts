import type { Step } from '@/lib/domain/journey'

/** Names of the steps, as the notice has them: people hold it in their hand. */
export const STEP_NAMES = {
  start: '查询学生',
  record: '核对学生和监护人',
  agreement: '隐私保护协议书',
  household: '户籍信息核验',
  basis: '选择入学房产',
  grandparent: '选择入学房产',
  binding: '选择入学房产',
  certificate: '选择入学房产',
  deed: '选择入学房产',
  property: '选择入学房产',
  contract: '选择入学房产',
  registration: '选择入学房产',
  'no-materials': '选择入学房产',
  confirm: '确认并提交',
} as const satisfies Record<Step | 'start', string>

export const BUTTONS = {
  matches: '与实际情况相符',
  mismatch: '与实际情况不符',
  enrol: '入学登记',
  confirm: '确认',
  useContract: '使用购房合同',
  next: '下一步',
  query: '查询',
  bindGrandparent: '确认绑定（外）祖父母',
  grandparentMaterials: '补充（外）祖父母材料',
  giveMaterials: '提供材料',
  seePlacement: '确认，看学位预分配信息',
  confirmUse: '确认使用',
  useProperty: '使用该房产入学',
  submit: '提交入学信息',
  otherProperty: '选择其他房产',
  otherContract: '选择其它房产',
  otherGrandparent: '换一位，或再绑定一位（外）祖父母',
  otherBasis: '换一种入学方式',
  moreHousehold: '点击查看更多户籍信息',
  addChild: '添加多个学生/多胞胎',
  collect: '公办采集',
  askAgain: '重新查询',
} as const

/** 「重要提醒」: on the confirmation, where it still helps, and again on the receipt. */
export function reminders(closesAt: string): { title: string; text: string }[] {
  return [
    { title: '登记结果不能再修改', text: '包括入学方式、房产和户籍信息。' },
    { title: '预分配不是最终结果', text: '请以县里公布的最终分配结果为准，公布后这里会显示。' },
    { title: '家里还有孩子要报', text: `请在${closesAt}前点「添加多个学生/多胞胎」，家庭信息不用重填。` },
    { title: '保持手机畅通', text: '学校核对信息时会打昌通码里登记的手机号。' },
  ]
}

import { RETURN } from '../returns'

/** The right side of a case: ticks, verdict, what the family is told. */
export const DECISION = {
  legend: '决定',
  ticks: '材料逐份核对',
  noPapers: '这件没有上传的材料',
  approved: '通过',
  refused: '不通过',
  wanted: '要求补一份材料',
  confirmed: '核查无误',
  'proposed-for-return': RETURN.propose,
  kept: '维持结果',
  changed: '改学校',
  reason: '原因',
  reasonNone: '自己写',
  document: '补哪一份',
  other: '其他材料',
  otherName: '材料的名称',
  note: '给家庭的话',
  returnNote: `${RETURN.why}，家长会看到`,
  checkNote: '核查的说明（可以不填）',
  closed: '采集已经截止，不能再退回修改。发现问题的，写在内部备注里，告诉管理员。',
  next: '提交，打开下一件',
  list: '提交，回到列表',
  waiting: '正在提交',
  latest: '看最新的情况',
  signIn: '重新登录（在新页面打开）',
  expired: '登录已过期，写的内容还在。重新登录以后再提交。',
} as const

/** The dark part in the middle. */
export const VIEWER = {
  label: '材料照片',
  scan: (place: number) => `窗口扫描件 ${place}`,
  smaller: '缩小',
  larger: '放大',
  whole: (percent: number) => `现在 ${percent}%，恢复原大`,
  turn: '向左旋转',
  fullScreen: '全屏',
  before: '上一张',
  after: '下一张',
  checked: '已核对',
  empty: '没有材料照片',
} as const

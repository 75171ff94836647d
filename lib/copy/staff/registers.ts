import type { RegisterKind, UploadFault, UploadKind } from '@/lib/domain/registers'
import { UPLOAD_LIMITS } from '@/lib/domain/form-limits'

const MOST = `${UPLOAD_LIMITS.bytes / 1024 / 1024} MB`

/** What is said of a refusal in this part of the county's side, by code: what, and what to do next. */
export const REGISTER_ERRORS = {
  REGISTER_MISSING: '没有收到文件。请先选择文件，再试导入。',
  REGISTER_TOO_LARGE: `文件太大。一个文件最多 ${MOST}，更大的请分成几个文件，分次导入。`,
  REGISTER_TYPE: '不是 .csv 或 .xlsx 表格。旧的 .xls 请另存为 .xlsx。',
  REGISTER_UNREADABLE: '没有选导入哪一种数据，请重新选。',
  REGISTER_CUT: '文件传到一半断了，没有写入。请再传一次。',
  REGISTER_STORAGE: '现在存不了文件，没有写入。请过几分钟再传。',
  REGISTER_REFUSED: '这个文件有不合格的行，不能导入。改好以后重新试导入。',
  REGISTER_MOVED_ON: '试导入以后，登记数据或答复又变了，没有写入。请重新试导入。',
} as const satisfies Record<UploadFault | 'REGISTER_REFUSED' | 'REGISTER_MOVED_ON', string>

export const UPLOAD_NAMES = { people: '户籍', relations: '亲属关系', properties: '不动产', contracts: '购房合同备案', answers: '部门答复' } as const satisfies Record<UploadKind, string>
export const REGISTER_SOURCES = { people: '公安', relations: '公安', properties: '自然资源', contracts: '住建' } as const satisfies Record<RegisterKind, string>

export const FINDINGS_COLUMNS: readonly string[] = ['行', '问题']

export const REGISTERS = {
  lead: '部门给的文件先试导入，看清会改什么，再由另一位管理员同意导入。哪一份登记用了哪一版，登记页上都写着。',
  done: { register: '已导入。数据变了的家庭会收到消息，登记重新查询。', answers: '已导入部门答复。家庭会收到消息，审核页上可以看到答复。' },
  none: '还没有导入过',
  waiting: '试过的文件',
  waitingHint: '加密保存一天，到时自动删除。',
  upload: {
    title: '试导入一个文件',
    kind: '导入什么',
    kindHint: '列名不对的文件会指出是哪一列',
    file: '文件',
    fileHint: `.csv（UTF-8）或 .xlsx，最多 ${MOST}`,
    send: '试导入，先不写入',
    county: '不动产和合同只能导入本县的行；户籍和亲属关系全市共用。',
  },
  columns: {
    people: 'id_number,name,household_number,household_address,head_id_number,registered_on',
    relations: 'person,relative,relation',
    properties: 'certificate_number,county,address,use,owners,registered_on',
    contracts: 'contract_number,county,address,use,buyers,filed_on',
    answers: '核实编号,核实结果,备注',
  } satisfies Record<UploadKind, string>,
  versions: { title: '导入记录', caption: '各种登记数据的版本', operator: '运维', elsewhere: '其他区县', both: (tried: string, agreed: string) => `${tried}，${agreed}同意` },
} as const

/** On the overview: files that a colleague tried and that wait for this administrator. */
export function toImportWords(count: number): string {
  return `有 ${count} 个登记数据文件等您同意导入`
}

export function versionName(number: number): string {
  return `第 ${number} 版`
}

export const TRIAL = {
  title: (kind: UploadKind) => `试导入：${UPLOAD_NAMES[kind]}`,
  ok: '文件合格，还没有写入。',
  bad: (bad: number) => `有 ${bad} 处不合格，整个文件不能导入。`,
  badHint: '改好以后重新试导入。',
  shown: (bad: number) => (bad > UPLOAD_LIMITS.shown ? `下面是前 ${UPLOAD_LIMITS.shown} 处，全部在文件里。` : ''),
  download: '下载不合格的行',
  version: '文件指纹',
  until: (time: string) => `${time} 以前可以导入，过后要重新试。`,
  other: '登记数据关系到孩子上哪所学校，要由另一位管理员同意才导入。请他在「登记数据」里打开这个文件。',
  second: (by: string) => `${by}试导入的。同意前先看下面会改什么；要和部门给的文件核对，自己再试导入一次，指纹一样就是同一个文件。`,
  movedOn: '试导入以后，这种登记数据又有了新的一版，下面的数字可能变了。这个文件如果比那一版旧，导入会改回旧的内容：请先问清是哪天的文件。',
  read: '读到',
  added: '新增',
  changed: '更改',
  unchanged: '没有变化',
  rows: '涉及本县',
  drafts: '填写中',
  draftsHint: '会收到消息，登记重新查询，变了的地方要重新选',
  submitted: '已提交',
  submittedHint: '内容不变，登记页和审核页上标出',
  take: { register: '同意并导入', answers: '导入这些答复' },
  drop: '不导入，删除文件',
  counted: (count: number) => `${count} 行`,
  families: (count: number) => `${count} 份登记`,
} as const

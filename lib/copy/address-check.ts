import type { CheckedAddress } from '@/lib/domain/address-check'
import type { CatchmentRow } from '@/lib/rules'

export const ADDRESS_CHECK = {
  name: '按地址查学校',
  lead: '不用登录，也不用填身份证号。查询不保存您填的地址。',
  hint: '照不动产权证、购房合同或户口本上的写法填，写到门牌号、小区楼栋或村小组。',
} as const

export const ADDRESS_FAULTS = {
  missing: '请填写地址',
  'too-long': '地址太长了，请只填一个地址',
} as const
export type AddressFault = keyof typeof ADDRESS_FAULTS

/** What the table says of an address, and what to do where it says nothing. */
export const ADDRESS_ANSWERS = {
  matched: { title: '对上了学区表', text: null },
  'by-use': { title: '房产和户籍划到不同的学校', text: '用房产报名的看房产那一条，用户籍报名的看户籍那一条。' },
  ambiguous: { title: '可能属于下面几处', text: '请把地址写全，写到门牌号、楼栋或村小组，再查一次。' },
  unmatched: { title: '学区表里没有对上这个地址', text: '请看看有没有写错字、用了繁体字、漏了门牌号。还是查不到的，打学校的电话问。正式登记时，没有对上的地址由县教体局窗口人工匹配。' },
  elsewhere: { title: '这个地址写的是别的市县', text: '这里只查本县的学区。市县名写错了的，改好再查一次；住在别的市县、想在那里入学的，问那里的教育部门。' },
} as const satisfies Record<CheckedAddress['status'], { title: string; text: string | null }>

/** Over the rows of a place that the address names without fitting any of them. */
export const NEAR_ROWS = '学区表里这个地方有这些划分'

/** Whose address a row is for, where not everybody's. */
export const ROW_APPLIES = {
  any: null,
  property: '这一条只用于房产地址。',
  household: '这一条只用于户籍地址。',
  both: '这一条要求房产和户籍在同一处（人户一致）。',
} as const satisfies Record<CatchmentRow['applies'], string | null>

/** Several schools in one row: the family chooses. */
export const CHOICE = '过渡学区，登记时从中选一所志愿学校。'

import type { RefusalCode } from '@/lib/rules'
import type { DeedBasis } from '@/lib/domain/journey'

/** Whose properties a list is of, in its sentences. */
export const WHOSE_DEEDS = { TITLE_DEED: '您家', GRANDPARENT_DEED: '已绑定的老人' } as const satisfies Record<DeedBasis, string>

type About = { owners: readonly string[]; use: string; countyName: string; hidden: boolean }

/** Why a property can not be used, in a sentence; the first that a family can do something about. */
export function closedDeedReason(codes: readonly RefusalCode[], { owners, use, countyName, hidden }: About): string {
  const who = owners.length > 0 ? owners.join('或') : '产权人'
  if (hidden) return `要用这一套，请${who}用自己的昌通码登录。`
  if (codes.includes('PROPERTY_OUTSIDE_COUNTY')) return `这套房产不在${countyName}，不能在${countyName}入学。要用它，请改选房产所在的区县。`
  if (codes.includes('NOT_RESIDENTIAL')) return `登记的用途是${use || '（空）'}，不是住宅，不能用来入学。`
  if (codes.includes('OWNER_NOT_SIGNED_IN')) return `要用这一套，请${who}用自己的昌通码登录。`
  if (codes.includes('KINSHIP_UNPROVED')) return '亲属关系还没有核实，不能用来入学。请重新查询（外）祖父母。'
  if (codes.includes('NOT_FAMILY_PROPERTY')) return '产权人不是学生，也不是登记的监护人，不能用来入学。'
  if (codes.includes('ADDRESS_AMBIGUOUS')) return '登记的地址对上了学区表里不同学校的两行，要由区县人工核对，暂时不能用。'
  return '登记的地址对不上学区表，暂时不能用。'
}

export function hasMatchFault(codes: readonly RefusalCode[]): boolean {
  return codes.every((code) => code === 'ADDRESS_UNMATCHED' || code === 'ADDRESS_AMBIGUOUS')
}

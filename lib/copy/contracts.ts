import type { RefusalCode } from '@/lib/rules'

type About = { buyers: readonly string[]; use: string; countyName: string }

/** Why a contract of the family can not be used, in a sentence. Whoever did not buy reads nothing of it but who did. */
export function closedContractReason(codes: readonly RefusalCode[], { buyers, use, countyName }: About): string {
  if (codes.includes('BUYER_NOT_SIGNED_IN')) {
    return buyers.length > 0 ? `买受人是${buyers.join('、')}。要用这份合同，请${buyers.join('或')}用自己的昌通码登录。` : '买受人里没有登记的监护人，不能用来入学。'
  }
  if (codes.includes('PROPERTY_OUTSIDE_COUNTY')) return `合同上的房产不在${countyName}，不能在${countyName}入学。要用它，请改选房产所在的区县。`
  if (codes.includes('NOT_RESIDENTIAL')) return `合同登记的用途是${use || '（空）'}，不是住宅，不能用来入学。`
  if (codes.includes('ADDRESS_AMBIGUOUS')) return '合同上的地址对上了学区表里不同学校的两行，要由区县人工核对，暂时不能用。'
  return '合同上的地址对不上学区表，暂时不能用。'
}

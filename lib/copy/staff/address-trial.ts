import type { AddressMatch, Season } from '@/lib/rules'
import { describeCatchment, rowWords, schoolNames } from '@/lib/copy/catchment'
import type { TriedAs } from '@/lib/domain/address-limits'
import type { AddressVerdict, NearReason, TriedAddress } from '@/lib/domain/address-trial'

export const TRIED_AS_NAMES = { any: '不限', property: '房产地址', household: '户籍地址', residence: '居住地址' } as const satisfies Record<TriedAs, string>

export const CHANGE_NAMES = { schools: '学校变了', row: '学校没变，行变了' } as const satisfies Record<NonNullable<TriedAddress['change']>, string>

const NEAR_WORDS = { town: '镇不一样', use: '这一行不用于这种地址', 'no-number': '地址没有写号', number: '号码不在范围内' } as const satisfies Record<NearReason, string>

const STATUS_WORDS = { matched: '对上', ambiguous: '对上几种结果', unmatched: '没有对上' } as const satisfies Record<AddressMatch['status'], string>

/** What a season says of an address, in words. */
export type VerdictWords = { status: AddressMatch['status']; schools: string; row: string; why: string }
/** A line of the answer: the address, by the draft, and by what is published. */
export type TriedLine = { address: string; draft: VerdictWords; published: VerdictWords | null; change: TriedAddress['change'] }

export function triedLine({ address, draft, published, change }: TriedAddress, seasons: { draft: Season; published: Season | null }): TriedLine {
  return { address, draft: verdictWords(draft, seasons.draft), published: published && seasons.published && verdictWords(published, seasons.published), change }
}

function verdictWords({ match, near }: AddressVerdict, season: Season): VerdictWords {
  const { status, row: id, schools, candidates = [] } = match
  const row = season.catchmentRows.find((one) => one.row === id)
  return {
    status,
    schools: schools.length > 0 ? schoolNames(season, schools) : STATUS_WORDS[status],
    row: row ? `${row.row} ${describeCatchment(row)}` : '',
    why: [readWords(match), ...whyNot(match, candidates, near, season)].filter((words) => words !== '').join('；'),
  }
}

/** How the address was read: what of it counts. */
function readWords({ parts }: AddressMatch): string {
  const numbered = (unit: string) => ({ name, number }: { name: string; number: number | string | null }) => (number === null ? name : `${name} ${number} ${unit}`)
  const read = [
    ...parts.towns,
    ...parts.communities,
    ...parts.villages.map(({ name, group }) => numbered('组')({ name, number: group })),
    ...parts.roads.map(numbered('号')),
    ...parts.estates.map(({ name, building }) => numbered('栋')({ name, number: building })),
  ]
  return read.length > 0 ? `读作${read.join('、')}` : ''
}

function whyNot({ status, parts }: AddressMatch, candidates: readonly string[], near: AddressVerdict['near'], season: Season): string[] {
  if (status === 'matched') return []
  if (status === 'ambiguous') return [`候选 ${candidates.map((id) => rowWords(season, id)).join('、')}`]
  if (parts.foreign) return ['写的是别的省、市或者县']
  return near.length > 0 ? near.map(({ row, because }) => `最接近 ${row.row} ${describeCatchment(row)}，${NEAR_WORDS[because]}`) : ['学区表里没有这个地方']
}

/** The columns of an export, and a line of it. */
export const TRIED_COLUMNS = [
  { title: '地址', width: 44 }, { title: '草稿：学校', width: 18 }, { title: '草稿：学区行', width: 28 }, { title: '草稿：依据', width: 48 },
  { title: '已发布：学校', width: 18 }, { title: '已发布：学区行', width: 28 }, { title: '已发布：依据', width: 48 }, { title: '变化', width: 18 },
] as const

export function triedCells({ address, draft, published, change }: TriedLine): string[] {
  const words = (verdict: VerdictWords | null) => (verdict ? [verdict.schools, verdict.row, verdict.why] : ['', '', ''])
  return [address, ...words(draft), ...words(published), change ? CHANGE_NAMES[change] : '']
}

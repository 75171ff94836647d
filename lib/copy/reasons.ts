import type { Basis, Criterion, Determination, Facts, Season } from '@/lib/rules'
import type { ShownConfirmation } from '@/lib/domain/submission'
import { GROUND_NAMES } from '@/lib/domain/grounds'
import { describeCatchment } from './catchment'
import { grandparentWord } from './kinship'
import { BY_HAND, PLACED_BY_HAND } from './placement'
import { VERIFIED_SOURCE } from './verified'

/** How whoever signed in is called: to the family's face, and among officers. */
const SIGNED_IN = { family: '您', staff: '办理的监护人' } as const
type Reader = keyof typeof SIGNED_IN

export type Reason = { title: string; text: string; miss?: boolean }
type Explained = { determination: Determination; facts: Facts; season: Season; shown: ShownConfirmation }

/**
 * Why this category and this school: the rules' trace and near misses in plain words (R-25). Nothing is worked out
 * here a second time; what the decision table did not ask, the page does not mention.
 */
export function explain(explained: Explained, reader: Reader = 'family'): Reason[] {
  const { determination, season, shown } = explained
  const asked = [studentHousehold, guardianHousehold, householdHead, ownsUrbanHousing].flatMap((reason) => reason(explained) ?? [])
  const category = determination.category === null ? null : {
    title: `所以是${shown.category.label.split('：')[0]}`,
    text: `类别表从上往下看，第一行符合的就是。类别表 ${determination.category.row} 行`,
  }
  return [catchment(explained), entitlement(explained, SIGNED_IN[reader]), ...asked, category, ...nearMisses(determination, season)].filter((one) => one !== null)
}

/** What lies in the catchment. */
const HOMES = {
  TITLE_DEED: '房产',
  GRANDPARENT_DEED: '房产',
  PURCHASE_CONTRACT: '合同上的房产',
  HOUSEHOLD_REGISTRATION: '户籍地址',
  NO_VALID_MATERIALS: '居住地址',
} as const satisfies Record<Basis, string>

function catchment({ determination, season, shown }: Explained): Reason | null {
  const { placement } = determination
  const home = HOMES[shown.basis]
  if (placement.status === 'by-hand') return { title: `学校${PLACED_BY_HAND}`, text: BY_HAND }
  const row = season.catchmentRows.find((one) => one.row === placement.row)
  if (!row) return { title: `${home}还没有对上学区表`, text: '由区县人工匹配以后，才知道学校。' }
  const schools = row.schools.map((code) => season.schools.find((school) => school.code === code)?.name ?? code)
  const where = placement.zone ?? `${shown.schools[0]?.name ?? schools[0] ?? ''}学区`
  return { title: `${home}在${where}`, text: `${describeCatchment(row)}归${schools.join('和')}。学区表 ${row.row} 行${shown.property.verified.includes('address') ? `，由${VERIFIED_SOURCE}匹配` : ''}` }
}

/** Why this guardian may ask for the seat on it (R-06, R-37, R-40). */
function entitlement(explained: Explained, signedIn: string): Reason | null {
  const { facts, shown } = explained
  const { choice } = facts
  if (choice.basis === 'PURCHASE_CONTRACT') {
    const buyers = facts.contracts.find((contract) => contract.number === choice.contractNumber)?.buyers ?? []
    if (!buyers.includes(facts.signedIn)) return null
    return { title: buyers.length > 1 ? `${signedIn}是买受人之一` : `买受人就是${signedIn}本人`, text: '按购房合同备案。' }
  }
  if (choice.basis === 'HOUSEHOLD_REGISTRATION') return { title: `用的是${shown.property.kind}`, text: '学生是城区户籍，学生或父母的户籍地址都可以用。按公安户籍登记。' }
  if (choice.basis === 'NO_VALID_MATERIALS') return { title: `依据是${GROUND_NAMES[choice.ground]}`, text: '材料由区县审核通过，地址按审核确认的算。' }
  if (choice.basis === 'GRANDPARENT_DEED') return kinship(explained, choice.certificateNumber)
  const owners = facts.properties.find((property) => property.certificateNumber === choice.certificateNumber)?.owners ?? []
  const by = shown.property.verified.includes('property') ? VERIFIED_SOURCE : '不动产登记'
  if (owners.includes(facts.signedIn)) return { title: owners.length > 1 ? `${signedIn}是产权人之一` : `产权人就是${signedIn}本人`, text: `按${by}。` }
  return { title: '房产在学生本人名下', text: `按${by}，父亲或母亲都可以登录。` }
}

/** Which bound grandparent owns it, through which guardian, and what proved that (R-33, R-34). */
function kinship({ facts }: Explained, certificateNumber: string): Reason | null {
  const owners = facts.properties.find((property) => property.certificateNumber === certificateNumber)?.owners ?? []
  const grandparent = facts.grandparents.find((one) => owners.includes(one.idNumber))
  const through = facts.guardians.find((guardian) => guardian.idNumber === grandparent?.through)
  if (!grandparent || !through) return null
  return { title: `产权人是孩子的${grandparentWord(through.relation, grandparent.idNumber)}`, text: grandparent.proof === 'APPEAL' ? '亲属关系由区县审核确认。' : '亲属关系按户籍登记核实。' }
}

/** The value that the decision table saw for a criterion; null where it never asked. */
function valueOf({ trace }: Determination, criterion: Criterion): string | null {
  const value = trace.find((entry) => entry.code === criterion)?.because.value
  return typeof value === 'string' ? value : null
}

const PLACES = { 'in-catchment': '也在这个学区', urban: '在城区，不在这个学区', outside: '不在这个学区，也不在城区' } as const

function place(value: string | null): string | null {
  return value === 'in-catchment' || value === 'urban' || value === 'outside' ? PLACES[value] : null
}

function studentHousehold({ determination, shown }: Explained): Reason | null {
  const where = place(valueOf(determination, 'student_household'))
  return where === null ? null : { title: `学生户籍${where}`, text: shown.studentHousehold.address ?? '按公安户籍登记。' }
}

function guardianHousehold({ determination }: Explained): Reason | null {
  const where = place(valueOf(determination, 'guardian_household'))
  return where === null ? null : { title: `监护人户籍${where}`, text: '有一位监护人符合就算。按公安户籍登记。' }
}

const HEADS = { guardian: '监护人', grandparent: '（外）祖父母', other: '监护人和已核实的（外）祖父母以外的人' } as const

function householdHead({ determination }: Explained): Reason | null {
  const head = valueOf(determination, 'household_head')
  return head === 'guardian' || head === 'grandparent' || head === 'other' ? { title: `学生户口本的户主是${HEADS[head]}`, text: '按公安户籍登记。' } : null
}

function ownsUrbanHousing({ determination }: Explained): Reason | null {
  const owns = valueOf(determination, 'family_owns_urban_housing')
  return owns === null ? null : { title: owns === 'yes' ? '家庭在城区有住宅' : '家庭在城区没有住宅', text: '按不动产登记，看监护人和学生名下。' }
}

/** What alone kept the family from an earlier row; said as a fact, never as a promise. */
const MISSED = {
  student_household: '学生的户籍不在这个学区。',
  guardian_household: '监护人的户籍不在这个学区。',
  household_head: '学生户口本的户主不符合这一类的要求。',
  family_owns_urban_housing: '家庭在城区的住宅情况不符合这一类的要求。',
  basis: '入学方式不同。',
  ground: '依据的材料不同。',
} as const satisfies Record<Criterion, string>

function nearMisses({ nearMisses: missed }: Determination, season: Season): Reason[] {
  return missed.flatMap(({ row, unmet }) => {
    const label = season.categories.find((category) => category.row === row)?.label.split('：')[0] ?? row
    const [only] = unmet
    return only ? [{ title: `离${label}只差一项`, text: `${MISSED[only]}类别表 ${row} 行`, miss: true }] : []
  })
}

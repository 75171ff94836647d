import type { Family, Member } from './family'

/** Assigned to no county, so that no living person has such a number. */
const AREA = '360199'
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

const two = (value: number) => String(value).padStart(2, '0')

/** The ID number of a member: area, birthday, then family and place in it, odd for men, and the check of GB 11643. */
export function idNumberOf(family: Family, key: string): string {
  const order = Object.keys(family.members).indexOf(key)
  const member = family.members[key]
  if (!member || order > 4) throw new Error(`family ${family.no} has no place for ${key}`)
  const body = `${AREA}${member.born.replaceAll('-', '')}${two(family.no)}${order * 2 + (member.sex === '男' ? 1 : 0)}`
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return body + CHECKS.charAt(sum % 11)
}

/** Eleven digits that begin as no mobile number does (12…): it can be typed and masked, and rings nowhere. */
export function phoneOf(family: Family, key: string): string {
  return `1200000${two(family.no)}${two(Object.keys(family.members).indexOf(key) + 1)}`
}

export function householdNumberOf(family: Family, member: Member): string {
  return `3601990${two(family.no)}${member.household?.number ?? 1}`
}

/** 9900… is beyond what the office has given out. */
export function certificateOf(family: Family, place: number): string {
  const office = family.deeds?.[place]?.office ?? '安义县'
  return `赣（${2018 + (family.no % 5)}）${office}不动产权第99${two(family.no)}00${place + 1}号`
}

export function contractOf(family: Family, place: number): string {
  return `${family.county ? 'JX' : 'AY'}202399${two(family.no)}0${place + 1}`
}

import type { HouseholdFinding, PropertyFinding } from './findings'

/** 360123********0020: the region and the last four stay, so that two children can be told apart. */
export function maskIdNumber(idNumber: string): string {
  return `${idNumber.slice(0, 6)}********${idNumber.slice(-4)}`
}

/** 刘* or 欧阳**: the family name stays as a hint for those who know the person. */
export function maskName(name: string | null): string {
  if (!name) return '（姓名未登记）'
  const [first = ''] = [...name]
  return first + '*'.repeat(Math.max(1, [...name].length - 1))
}

export function maskPhone(phone: string): string {
  return phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** 赣（2021）安义县不动产权第****218号: enough to recognise one's own certificate, not to use another's. */
export function maskCertificate(certificateNumber: string): string {
  const match = /^(.*?第?)(\d+)(号?)$/.exec(certificateNumber)
  if (!match) return `****${certificateNumber.slice(-3)}`
  const [, head = '', digits = '', tail = ''] = match
  return `${head}****${digits.slice(-3)}${tail}`
}

/** An ID number, a phone number, a certificate's or a contract's number within a text. */
const NUMBERS = /(?<![\dXx])\d{17}[\dXx](?![\dXx])|(?<!\d)1\d{10}(?!\d)|(?<=第)\d{5,}(?=号)|(?<![\w-])[A-Z]{1,4}\d{6,}(?![\w-])/g

/** A text that somebody wrote or typed, with the numbers of persons in it masked. */
export function maskNumbers(text: string): string {
  return text.replace(NUMBERS, (number) => (number.length === 18 ? maskIdNumber(number) : maskPhone(number)))
}

/**
 * A reason or a note that no family's key covers: it is kept for good, so that an ID number in it would outlive its family's
 * erasure. Phones stay, because families may be told one.
 */
export function withoutIdNumbers(text: string): string {
  return text.replace(/\p{Nd}{17}[\p{Nd}XxＸｘ]/gu, maskIdNumber)
}

/** Whatever could be the number of a person, a home or a phone, however wrongly written: of a file's cells that are quoted back. */
export function withoutNumbers(text: string): string {
  return text.replace(/\p{Nd}{7,}[Xx]?/gu, '（号码）')
}

type HouseholdPerson = HouseholdFinding['people'][number]

/**
 * How much of a person's registration the signed-in guardian may see. Parents may live apart, and the system
 * cannot know who does: whoever is not in the reader's own household stays without an address.
 *  - `full`: the reader's own household, or a household that no other guardian is in (a child with its grandparents);
 *  - `place-only`: another guardian's household: only whether it lies in the catchment.
 */
export function householdView(person: HouseholdPerson, reader: string, guardians: readonly string[], people: readonly HouseholdPerson[]): 'full' | 'place-only' {
  if (person.idNumber === reader) return 'full'
  const own = people.find((one) => one.idNumber === reader)?.householdNumber ?? null
  if (person.householdNumber !== null && person.householdNumber === own) return 'full'
  if (guardians.includes(person.idNumber)) return 'place-only'
  const sharesWithOtherGuardian = people.some(
    (one) => one.idNumber !== reader && guardians.includes(one.idNumber) && one.householdNumber === person.householdNumber,
  )
  return sharesWithOtherGuardian ? 'place-only' : 'full'
}

type Property = PropertyFinding['properties'][number]

/**
 * How much of a property the signed-in guardian may see: everything of one's own, of the child's, of a bound
 * grandparent's, and of a guardian in one's own household; of anybody else's only that it exists.
 */
export function propertyView(property: Property, reader: string, open: readonly string[], guardians: readonly string[], people: readonly HouseholdPerson[]): 'full' | 'exists' {
  const owners = property.owners.map((owner) => owner.idNumber)
  if (owners.includes(reader)) return 'full'
  const own = people.find((one) => one.idNumber === reader)?.householdNumber ?? null
  const otherOwners = guardians.filter((id) => owners.includes(id))
  const sameHousehold = (id: string) => own !== null && people.some((one) => one.idNumber === id && one.householdNumber === own)
  if (otherOwners.length > 0) return otherOwners.every(sameHousehold) ? 'full' : 'exists'
  return open.some((one) => owners.includes(one)) ? 'full' : 'exists'
}

import type { Divisions } from './administrative'
import { HYPHEN, normalise, SPACE } from './characters'
import { behindCommittee, COMMUNITY, endingAt, endingKind, endingLength, ESTATE, ROAD, TOWN, VILLAGE } from './endings'
import type { Names } from './names'
import { joined, numbersAt, type NumberRun } from './numbers'
import type { AddressParts } from './parts'
import { COUNTY, namesRoad, unknownAt } from './unknown'

type Value = number | string
type Village = { name: string; group: number | null }
type Road = { name: string; number: number | null }
type Estate = { name: string; building: Value | null }
/** The part that was read last: what a number behind it means. */
type Last = 'start' | 'division' | 'town' | 'village' | 'community' | 'road' | 'number' | 'estate' | 'building' | 'inside' | 'group' | 'other'

/** Takes one address apart, part by part, from its beginning. Each reader reads once. */
export class AddressReader {
  readonly #text: string
  readonly #names: Names
  readonly #divisions: Divisions
  readonly #townAliases: ReadonlyMap<string, string>
  #at = 0
  #last: Last = 'start'
  /** text that is no part stands directly before: no name begins here */
  #glued = false
  #foreign = false
  #province: string | null = null
  #city: string | null = null
  #county: string | null = null
  readonly #towns: string[] = []
  readonly #communities: string[] = []
  readonly #villages: Village[] = []
  readonly #roads: Road[] = []
  readonly #estates: Estate[] = []
  /** whose a group is: the last village of the tables, else the first that only its ending showed, which may be a natural village */
  #groupOf: Village | null = null
  #groupOfKnown = false
  #building: Value | null = null
  #unit: Value | null = null
  #floor: Value | null = null
  #room: Value | null = null
  /** begins a chain behind a road's number: a building only when an estate is named */
  #chained: Value | null = null

  constructor(address: string, names: Names, divisions: Divisions, townAliases: ReadonlyMap<string, string>) {
    this.#text = normalise(address)
    this.#names = names
    this.#divisions = divisions
    this.#townAliases = townAliases
  }

  read(): AddressParts {
    const text = this.#text
    while (this.#at < text.length) {
      const code = text.charCodeAt(this.#at)
      if (code === SPACE || code === HYPHEN) this.#at += 1
      else if ((this.#glued || !this.#readName()) && !this.#readNumber()) this.#readUnknown()
    }
    this.#settleBuildings()
    return {
      foreign: this.#foreign,
      province: this.#province,
      city: this.#city,
      county: this.#county,
      towns: this.#towns,
      communities: this.#communities,
      villages: this.#villages,
      roads: this.#roads,
      estates: this.#estates,
      building: this.#building,
      unit: this.#unit,
      floor: this.#floor,
      room: this.#room,
    }
  }

  /** A name of the tables, or a province, city or county: the longer of the two, the table's before an equal one. */
  #readName(): boolean {
    const head = this.#last === 'start' || this.#last === 'division'
    const name = this.#names.at(this.#text, this.#at)
    const division = this.#divisions.at(this.#text, this.#at, head)
    const passed = division !== null && !division.own && this.#county !== null && head
    if (division !== null && !passed && (name === null || division.end > name.end)) {
      if (!division.own) this.#foreign = true
      if (division.level === 'province') this.#province ??= division.name
      else if (division.level === 'city') this.#city ??= division.name
      else this.#county ??= division.name
      this.#at = division.end
      if (head) this.#last = 'division'
      return true
    }
    if (name === null) return false
    this.#addName(name.name, name.kinds, true)
    this.#at = name.next
    return true
  }

  #addName(name: string, kinds: number, known: boolean): void {
    this.#glued = false
    if ((kinds & TOWN) !== 0) {
      const town = this.#townAliases.get(name) ?? name
      if (!this.#towns.includes(town)) this.#towns.push(town)
      this.#last = 'town'
    }
    if ((kinds & COMMUNITY) !== 0) {
      this.#communities.push(name)
      this.#groupOf = null
      this.#groupOfKnown = false
      this.#last = 'community'
    }
    if ((kinds & VILLAGE) !== 0) {
      const village = { name, group: null }
      this.#villages.push(village)
      if (known || !this.#groupOfKnown) {
        if (known || this.#groupOf === null) this.#groupOf = village
        this.#groupOfKnown = known
      }
      this.#last = 'village'
    }
    if ((kinds & ESTATE) !== 0) {
      this.#estates.push({ name, building: null })
      this.#last = 'estate'
    }
    if ((kinds & ROAD) !== 0) {
      this.#roads.push({ name, number: null })
      this.#last = 'road'
    }
  }

  #readUnknown(): void {
    const head = this.#last === 'start' || this.#last === 'division'
    const found = unknownAt(this.#text, this.#at, this.#names, {
      towns: head || this.#last === 'town',
      counties: head && this.#county === null,
      within: this.#last === 'division',
    })
    const name = this.#text.slice(this.#at, found.end)
    if (found.kind === 0) {
      this.#at = Math.max(found.end, this.#at + 1)
      this.#glued = true
    } else if (found.kind === COUNTY) {
      this.#county ??= name
      this.#foreign = true
      this.#at = found.end
      this.#glued = false
      this.#last = 'division'
    } else {
      this.#addName(name, found.kind, false)
      this.#at = (found.kind & (VILLAGE | COMMUNITY)) !== 0 ? behindCommittee(this.#text, found.end) : found.end
    }
  }

  #readNumber(): boolean {
    const run = numbersAt(this.#text, this.#at, this.#names)
    if (run === null) return false
    if (run.marker === null) return this.#readBare(run)
    if (run.marker === 'house') {
      if (this.#readNumberedRoad(run)) return true
      this.#at = run.end
      this.#readHouse(run)
    } else {
      this.#at = run.end
      this.#readMarked(run)
    }
    this.#glued = false
    return true
  }

  /** Bare digits: a road's number, a room, or what a chain of them says behind an estate; else they say nothing. */
  #readBare(run: NumberRun): boolean {
    const [first = 0, second, third] = run.values
    const direct = !this.#glued && !run.ordinal
    if (run.values.length === 1 && namesRoad(this.#text, run.end) && !(direct && this.#last === 'road' && this.#endsNumber(run.end))) return false
    this.#at = run.end
    if (direct && this.#last === 'road') {
      this.#numberRoad(first)
      this.#last = 'number'
    } else if (this.#last === 'building' || this.#last === 'inside') {
      this.#room ??= run.values[run.values.length - 1] ?? null
      this.#last = 'inside'
      this.#glued = false
    } else if ((this.#last === 'estate' || this.#last === 'number') && second !== undefined) {
      if (this.#last === 'estate') this.#setBuilding(first)
      else this.#chained ??= first
      this.#room ??= third ?? second
      if (third !== undefined) this.#unit ??= second
      this.#last = 'inside'
      this.#glued = false
    } else if (this.#last === 'start' || this.#glued) this.#glued = true
    else this.#last = this.#last === 'division' || this.#last === 'town' ? this.#last : 'other'
    return true
  }

  /** Digits directly behind a road are its number even before 小区 or 大院, but not before what makes a road of them. */
  #endsNumber(end: number): boolean {
    const ending = endingAt(this.#text, end)
    return ending !== 0 && endingKind(ending) !== ROAD
  }

  /** 2号路 is a road; 12号路口 is not. */
  #readNumberedRoad(run: NumberRun): boolean {
    const ending = endingAt(this.#text, run.end)
    if (ending === 0 || endingKind(ending) !== ROAD || this.#names.at(this.#text, run.end) !== null) return false
    const end = run.end + endingLength(ending)
    if (this.#text.charAt(end) === '口') return false
    this.#addName(this.#text.slice(this.#at, end), ROAD, false)
    this.#at = end
    return true
  }

  /** N号: a room behind a building, unit or floor, else the number of the last road that has none yet. */
  #readHouse(run: NumberRun): void {
    const [first = 0, second] = run.values
    if (this.#last === 'building' || this.#last === 'inside') {
      this.#room ??= run.values[run.values.length - 1] ?? null
      this.#last = 'inside'
    } else if (this.#last === 'estate' && second !== undefined && !this.#roads.some((road) => road.number === null)) {
      this.#setBuilding(first)
      this.#room ??= run.values[run.values.length - 1] ?? null
      this.#last = 'inside'
    } else {
      this.#last = this.#numberRoad(first) ? 'number' : 'other'
    }
    this.#at = this.#behindSubNumber(run.end)
  }

  /** Behind what 号 may have of its own (号之二, 号-2, 号附2号), unless that is a building, a room or a chain. */
  #behindSubNumber(end: number): number {
    const sub = joined(this.#text, end, this.#names)
    if (sub === null) return end
    const run = numbersAt(this.#text, end + 1, this.#names)
    if (run === null) return sub.end
    if (run.marker === 'house') return run.end
    if (run.marker !== null) return end + 1
    return run.values.length > 1 && this.#text.charCodeAt(end) === HYPHEN ? end + 1 : run.end
  }

  #readMarked({ values, marker }: NumberRun): void {
    const first = values[0] ?? 0
    const last = values[values.length - 1] ?? 0
    const chain = values.length > 1
    if (marker === 'group') {
      if (this.#groupOf !== null && typeof first === 'number' && first > 0) this.#groupOf.group ??= first
      this.#last = 'group'
      return
    }
    if (marker === 'building') {
      if (chain && this.#last === 'road') {
        this.#numberRoad(first)
        this.#setBuilding(last)
      } else this.#setBuilding(first)
      this.#last = 'building'
      return
    }
    if (chain) {
      if (this.#last === 'estate') this.#setBuilding(first)
      else if (this.#last === 'road') this.#numberRoad(first)
      else if (this.#last === 'number') this.#chained ??= first
      if (values.length > 2) this.#unit ??= values[1] ?? null
    }
    if (marker === 'unit') this.#unit ??= last
    else if (marker === 'floor') this.#floor ??= last
    else this.#room ??= last
    this.#last = 'inside'
  }

  /** Gives a number to the last road that has none; 0 and letters are no number. */
  #numberRoad(value: Value): boolean {
    if (typeof value !== 'number' || value === 0) return false
    for (let index = this.#roads.length - 1; index >= 0; index -= 1) {
      const road = this.#roads[index]
      if (road !== undefined && road.number === null) {
        road.number = value
        return true
      }
    }
    return false
  }

  /** Gives a building to the last estate, or keeps it for one that is named later (文峰路12号3栋（潦河花园）). */
  #setBuilding(value: Value): void {
    if (value === 0) return
    const estate = this.#estates[this.#estates.length - 1]
    if (estate === undefined) this.#building ??= value
    else estate.building ??= value
  }

  #settleBuildings(): void {
    const [first] = this.#estates
    if (first === undefined) return
    if (this.#building !== null) {
      const without = this.#estates.find((estate) => estate.building === null)
      if (without !== undefined) {
        without.building = this.#building
        this.#building = null
      }
    }
    if (this.#chained !== null && this.#chained !== 0) first.building ??= this.#chained
  }
}

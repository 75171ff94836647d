import { normalise } from './characters'
import { directedRoad, endingAt } from './endings'
import { PROVINCES } from './divisions'

/** A province, city or county that an address names. */
export type Division = {
  readonly level: 'province' | 'city' | 'county'
  /** its whole name, however it was written */
  readonly name: string
  /** whether the season's county is it or lies in it */
  readonly own: boolean
}

export type FoundDivision = Division & { readonly end: number }

type Spelling = { readonly division: Division; readonly short: boolean }
type Node = { readonly next: Map<number, Node>; spelling: Spelling | null }

const PEOPLES = new RegExp(
  '(朝鲜|土家|苗|布依|侗|藏|羌|彝|哈尼|壮|傣|景颇|白|傈僳|回|蒙古|柯尔克孜|维吾尔|哈萨克|畲|瑶|水|仡佬|拉祜|佤|纳西|布朗|黎|毛南|仫佬|土|撒拉|' +
    '裕固|保安|东乡|满|锡伯|达斡尔|鄂温克|鄂伦春|独龙|怒|普米|德昂|阿昌|基诺|塔吉克|各)族|维吾尔|柯尔克孜|哈萨克',
  'gu',
)

/**
 * The provinces and prefectures of the country and the season's own county, by whole and short names. Only the own county is
 * listed: any other county is known by its ending, wherever it lies.
 */
export class Divisions {
  readonly #root: Node = { next: new Map(), spelling: null }

  constructor(county: string, countyName: string) {
    for (const [code, name, prefectures] of PROVINCES) {
      this.#add({ level: 'province', name, own: code === county.slice(0, 2) })
      for (const entry of prefectures.split(' ')) {
        if (entry !== '') this.#add({ level: 'city', name: entry.slice(2), own: county.startsWith(code + entry.slice(0, 2)) })
      }
    }
    this.#add({ level: 'county', name: normalise(countyName), own: true })
  }

  #add(division: Division): void {
    this.#spell(division.name, { division, short: false })
    const short = shortName(division.name)
    if (division.name.endsWith('自治州')) this.#spell(`${short}州`, { division, short: false })
    if (short.length >= 2 && short !== division.name) this.#spell(short, { division, short: true })
  }

  #spell(text: string, spelling: Spelling): void {
    let node = this.#root
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      const known = node.next.get(code)
      const child: Node = known ?? { next: new Map(), spelling: null }
      if (!known) node.next.set(code, child)
      node = child
    }
    // 吉林 is a province and a city: what is the county's own counts, then the wider one.
    if (node.spelling === null || (spelling.division.own && !node.spelling.division.own)) node.spelling = spelling
  }

  /**
   * The division that is named at a place. A short form (江西, 安义) counts only at the head of the address, and only when what
   * follows is no ending that makes a road or a place of it: 安义路 and 南昌北路 are roads.
   */
  at(text: string, at: number, head: boolean): FoundDivision | null {
    let node = this.#root
    let found: FoundDivision | null = null
    for (let place = at; place < text.length; place += 1) {
      const next = node.next.get(text.charCodeAt(place))
      if (next === undefined) break
      node = next
      if (node.spelling !== null && stands(text, place + 1, node.spelling, head)) found = { ...node.spelling.division, end: place + 1 }
    }
    return found
  }
}

function stands(text: string, end: number, spelling: Spelling, head: boolean): boolean {
  const next = text.charAt(end)
  // 南昌市场路, 九江市民广场
  if (!spelling.short && text.charAt(end - 1) === '市' && (next === '场' || next === '民')) return false
  if (head && !spelling.short) return true
  if (!head && spelling.short) return false
  if (endingAt(text, end) !== 0 || directedRoad(text, end) > 0) return false
  return !spelling.short || !'省市县区州盟旗镇乡'.includes(next) || next === ''
}

/** 江西省 → 江西, 恩施土家族苗族自治州 → 恩施, 安义县 → 安义. */
export function shortName(name: string): string {
  const plain = name.replace(/(特别行政区|自治区|自治州|自治县|自治旗|地区|省|市|县|区|盟|旗)$/u, '')
  const whole = name.includes('自治') ? plain.replace(PEOPLES, '').replace(/^(博尔塔拉|巴音郭楞)蒙古$/u, '$1') : plain
  return whole === '' ? plain : whole
}

import type { Facts } from '@/lib/rules'
import { idNumber } from '../../rules/id-numbers'

/** A small generator with a seed (mulberry32), so that every run judges the same families. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const ROADS = ['文峰路', '龙津大道', '凤凰路', '解放街', '前进路', '教育北路', '西门路', '滨江路']
const ESTATES = ['潦河花园', '阳光花园', '凤凰城', '东门家园', '蔚蓝国际', '幸福家园']
const VILLAGES = ['凤山村', '前进村', '阳湖村', '城北村', '喻家村', '台山村']
const HEADS = ['江西省南昌市安义县龙津镇', '安义县龙津镇', '龙津镇', '']

/** @returns `count` families, no two alike, on all five bases in the proportions of a county */
export function families(count: number, seed = 2023): Facts[] {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[], fallback: T): T => list[Math.floor(random() * list.length)] ?? fallback
  const whole = (most: number) => 1 + Math.floor(random() * most)

  function address(): string {
    const head = pick(HEADS, '')
    const kind = random()
    if (kind < 0.45) return `${head}${pick(ROADS, '')}${whole(240)}号${random() < 0.5 ? `${whole(12)}栋${whole(4)}单元${whole(28)}01室` : ''}`
    if (kind < 0.85) return `${head}${pick(ESTATES, '')}${whole(14)}${random() < 0.5 ? '栋' : '幢'}${whole(3)}单元${whole(30)}02室`
    return `${head}${pick(VILLAGES, '')}${whole(9)}组${whole(90)}号`
  }

  return Array.from({ length: count }, (_, index): Facts => {
    const order = index % 1_000
    const day = `${1 + (index % 28)}`.padStart(2, '0')
    const [father, mother, grandparent] = [idNumber(`1988-07-${day}`, order), idNumber(`1990-03-${day}`, (order + 7) % 1_000), idNumber(`1960-02-${day}`, (order + 3) % 1_000)]
    const student = idNumber(`2017-05-${day}`, order)
    const home = address()
    const registered = random() < 0.6 ? home : address()
    const certificate = `赣（2021）安义县不动产权第${String(index).padStart(7, '0')}号`
    const owns = random()
    const base = {
      at: '2023-08-16T09:00:00+08:00',
      signedIn: father,
      student: { idNumber: student, household: { address: registered, headIdNumber: random() < 0.8 ? father : grandparent } },
      guardians: [
        { idNumber: father, relation: 'FATHER' as const, household: { address: registered } },
        { idNumber: mother, relation: 'MOTHER' as const, household: { address: random() < 0.7 ? registered : address() } },
      ],
      grandparents: owns > 0.6 && owns < 0.75 ? [{ idNumber: grandparent, through: father, proof: 'REGISTRY' as const }] : [],
      properties: owns < 0.75 ? [{ certificateNumber: certificate, county: '360123', address: home, use: '住宅', owners: [owns < 0.6 ? father : grandparent] }] : [],
      contracts: owns >= 0.75 && owns < 0.82 ? [{ number: certificate, county: '360123', address: home, use: '住宅', buyers: [father] }] : [],
    }
    if (owns < 0.6) return { ...base, choice: { basis: 'TITLE_DEED', certificateNumber: certificate } }
    if (owns < 0.75) return { ...base, choice: { basis: 'GRANDPARENT_DEED', certificateNumber: certificate } }
    if (owns < 0.82) return { ...base, choice: { basis: 'PURCHASE_CONTRACT', contractNumber: certificate } }
    if (owns < 0.93) return { ...base, choice: { basis: 'HOUSEHOLD_REGISTRATION', of: student } }
    return { ...base, choice: { basis: 'NO_VALID_MATERIALS', ground: 'BUSINESS', address: home, approved: true } }
  })
}

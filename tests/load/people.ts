import type { CatchmentRow, Season } from '@/lib/rules'
import { idNumber } from '../rules/id-numbers'

/** Chances of one run, the same each time for the same seed. */
export type Chance = { next: () => number; whole: (most: number) => number; pick: <T>(list: readonly [T, ...T[]]) => T }

export function chanceOf(next: () => number): Chance {
  return { next, whole: (most) => 1 + Math.floor(next() * most), pick: (list) => list[Math.floor(next() * list.length)] ?? list[0] }
}

const letters = (text: string): readonly [string, ...string[]] => {
  const [first = '', ...rest] = text
  return [first, ...rest]
}
/** The commonest first, as often as they are commoner. */
const SURNAMES = letters('王王王王李李李李张张张刘刘刘陈陈杨杨黄黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严洪武')
const BOYS = letters('伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林欢阳博睿泽宸轩梓昊天翔子涵铭晨皓然奕辰沐航乐言')
const GIRLS = letters('芳娜敏静丽艳娟霞燕玲婷雪琳慧颖倩雯欣怡悦萱妍彤诗语若汐梓涵一诺佳琪思婉清可馨雨桐晓梦瑶安然依艺菲')

/** Three quarters of two characters after the surname, as among those who are born today. */
export function nameOf({ next, pick }: Chance, surname: string, sex: '男' | '女'): string {
  const given = sex === '男' ? BOYS : GIRLS
  return `${surname}${pick(given)}${next() < 0.75 ? pick(given) : ''}`
}

export function surnameOf({ pick }: Chance): string {
  return pick(SURNAMES)
}

/** Order codes below these are the demonstration families'. */
const FIRST_ORDER = 400
const ORDERS = 600
/** Area codes that were never given out. */
const AREAS = ['360199', '360198', '360197', '360196', '360195'] as const

/**
 * The `index`-th number of nobody, born within these days: every number once. An odd order is a man's.
 * @throws when there are no more of them
 */
export function numberOf(index: number, days: readonly string[], sex: '男' | '女'): string {
  const turn = Math.floor(index / days.length)
  const area = AREAS[Math.floor((turn * 2) / ORDERS)]
  if (!area) throw new Error(`there are numbers for ${(days.length * ORDERS * AREAS.length) / 2} people, and no more`)
  return idNumber(days[index % days.length] ?? '', FIRST_ORDER + ((turn * 2) % ORDERS) + (sex === '男' ? 1 : 0), area)
}

/** Every day from one to another, both within: `YYYY-MM-DD`. */
export function daysFrom(first: string, last: string): string[] {
  const days: string[] = []
  for (let at = Date.parse(first); at <= Date.parse(last); at += 24 * 60 * 60 * 1000) days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

/** An address as registers write them, at a place of the county's own table; a few lie where no row reaches. */
export function addressOf(chance: Chance, { catchmentRows, settings }: Season): string {
  const { whole, next } = chance
  const head = `江西省南昌市${settings.countyName}`
  const row = catchmentRows[Math.floor(next() * catchmentRows.length)]
  if (!row || next() < 0.03) return `${head}${settings.urbanPlaces[0]?.town ?? ''}新区大道${whole(200)}号`
  return `${head}${row.town}${row.place}${withinPlace(chance, row)}`
}

function withinPlace({ whole, next }: Chance, { kind }: CatchmentRow): string {
  const room = `${whole(4)}单元${whole(28)}0${whole(4)}室`
  if (kind === 'road') return `${whole(160)}号${next() < 0.5 ? `${whole(12)}栋${room}` : ''}`
  if (kind === 'estate') return `${whole(14)}栋${room}`
  return kind === 'village' ? `${whole(9)}组${whole(90)}号` : `${whole(220)}号`
}

/**
 * The counties, districts and development zones of Nanchang, in the order in which families find them.
 * Codes are GB/T 2260, save two: a development zone has none, so 360191 and 360192 are this platform's own.
 * 湾里 became an administration (管理局) in 2019 and keeps the code that it had as a district.
 */
export const COUNTIES = [
  { code: '360102', name: '东湖区' },
  { code: '360103', name: '西湖区' },
  { code: '360104', name: '青云谱区' },
  { code: '360111', name: '青山湖区' },
  { code: '360112', name: '新建区' },
  { code: '360113', name: '红谷滩区' },
  { code: '360121', name: '南昌县' },
  { code: '360123', name: '安义县' },
  { code: '360124', name: '进贤县' },
  { code: '360105', name: '湾里管理局' },
  { code: '360191', name: '南昌经济技术开发区' },
  { code: '360192', name: '南昌高新技术产业开发区' },
] as const satisfies readonly { code: string; name: string }[]

export const COUNTY_CODES: readonly string[] = COUNTIES.map((county) => county.code)

/** The name by code; null for a code that is none of the city's. */
export function countyName(code: string): string | null {
  return COUNTIES.find((county) => county.code === code)?.name ?? null
}

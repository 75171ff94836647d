import { describe, expect, it } from 'vitest'
import { shortName } from '@/lib/rules/addresses/administrative'
import { PROVINCES } from '@/lib/rules/addresses/divisions'
import { isUrban, parseAddress } from '@/lib/rules/catchment/catchment'
import { answer, compiled, tableWith } from './demonstration'

const ROAD = tableWith('R,LJ,,road,,人民路,,,1-9,,,,any,')
const at = (county: string, countyName: string) => compiled(ROAD, { county, countyName, urbanPlaces: [{ town: '城关镇' }] })

describe('a season of another county', () => {
  it.each([
    ['110105', '朝阳区', ['北京市朝阳区人民路5号', '北京朝阳人民路5号', '朝阳区人民路5号', '北京市北京市朝阳区人民路5号'], ['北京市海淀区人民路5号', '朝阳市人民路5号', '辽宁省朝阳区人民路5号', '江西省朝阳区人民路5号']],
    ['360121', '南昌县', ['江西省南昌市南昌县人民路5号', '南昌县人民路5号', '南昌市南昌人民路5号'], ['南昌市安义县人民路5号', '安义县人民路5号', '九江市南昌县人民路5号']],
    ['422801', '恩施市', ['湖北省恩施土家族苗族自治州恩施市人民路5号', '恩施州恩施市人民路5号', '湖北恩施人民路5号', '恩施市人民路5号'], ['湖北省利川市人民路5号', '江西省恩施市人民路5号']],
    ['220202', '昌邑区', ['吉林省吉林市昌邑区人民路5号', '吉林吉林昌邑人民路5号'], ['吉林省长春市昌邑区人民路5号', '长春人民路5号']],
    ['429004', '仙桃市', ['湖北省仙桃市人民路5号', '仙桃人民路5号'], ['湖北省武汉市人民路5号', '湖北省天门市人民路5号']],
    ['331127', '景宁畲族自治县', ['浙江省丽水市景宁畲族自治县人民路5号', '景宁人民路5号'], ['浙江省杭州市人民路5号', '云和县人民路5号']],
  ])('%s %s', (county, countyName, own, foreign) => {
    const catchment = at(county, countyName)
    for (const address of own) expect([address, answer(address, catchment)]).toEqual([address, 'R'])
    for (const address of foreign) {
      expect([address, answer(address, catchment)]).toEqual([address, 'unmatched'])
      expect(isUrban(parseAddress(address.replace('人民路', '城关镇人民路'), catchment), catchment)).toBe(false)
    }
  })
})

it('every province and prefecture is known by its name, and by its short form at the head', () => {
  const catchment = at('360123', '安义县')
  for (const [code, name, prefectures] of PROVINCES) {
    const below = prefectures.split(' ').filter((entry) => entry !== '').map((entry) => [code + entry.slice(0, 2), entry.slice(2)] as const)
    for (const [division, whole] of [[code, name] as const, ...below]) {
      const own = division === '36' || division === '3601'
      for (const written of [whole, shortName(whole)]) {
        const parts = parseAddress(`${written}人民路5号`, catchment)
        expect([written, parts.foreign, parts.roads]).toEqual([written, !own, [{ name: '人民路', number: 5 }]])
        expect([written, answer(`${written}人民路5号`, catchment)]).toEqual([written, own ? 'R' : 'unmatched'])
      }
    }
  }
})

it('short forms leave off what everybody leaves off', () => {
  expect(['江西省', '南昌市', '安义县', '内蒙古自治区', '广西壮族自治区', '新疆维吾尔自治区', '黔西南布依族苗族自治州', '巴音郭楞蒙古自治州', '大兴安岭地区', '香港特别行政区', '兴安盟'].map(shortName)).toEqual([
    '江西', '南昌', '安义', '内蒙古', '广西', '新疆', '黔西南', '巴音郭楞', '大兴安岭', '香港', '兴安',
  ])
})

import { describe, expect, it } from 'vitest'
import { parseAddress } from '@/lib/rules/catchment/catchment'
import { answer, compiled, tableWith } from './demonstration'

/** Places that the demonstration table has none of: names with numerals, with the county's name, of other kinds. */
const OTHER = compiled(
  tableWith(
    'BY,LJ,,road,,八一大道,,all,1-50,,,,any,',
    'SL,LJ,,village,,三里村,,,,,,1-3,any,',
    'SLX,LJ,,town,三里乡,三里乡,,,,,,,any,',
    'AY,LJ,,road,龙津镇,安义路,,all,1-20,,,,any,',
    'NC,LJ,,road,,南昌北路,,all,,,,,any,',
    'AX,LJ,,estate,,安义新村,,,,,,,any,',
    'WF,YF,,road,龙津镇,文峰路,,all,1-99,,,,any,',
    'FH,YF,,road,龙津镇,凤凰路,,all,1-9,,,,any,',
    'HX,YF,,road,,华兴街,,all,1-30,,,,any,',
    'YG,SX,,estate,龙津镇,阳光花园,,,,,1-9,,any,',
    'FC,SX,,estate,龙津镇,凤凰城,凤凰城二期,,,,,,any,',
    'GG,SX,,estate,龙津镇,一号公馆,,,,,,,any,',
    'SO,SX,,estate,龙津镇,SOHO公寓,,,,,1-3,,any,',
    'XC,SX,,road,龙津镇,新村路,,all,1-9,,,,any,',
    'DM,SX,,community,龙津镇,东门社区,,,,,,,any,',
    'QJ,SX,,village,龙津镇,前进村,,,,,,2-4,any,',
    'LQ,SX,,village,龙津镇,楼前村,,,,,,,any,',
    'XM,SY,,community,新民街道,新民社区,,,,,,,any,',
    'SB,SY,,town,,石鼻镇,,,,,,,any,',
  ),
)

/** Sentences of the contract, each with addresses and their rows in the table above. */
const SENTENCES: readonly (readonly [sentence: string, ...cases: readonly (readonly [address: string, row: string])[]])[] = [
  ['full-width digits and letters become half-width', ['文峰路１２号', 'WF'], ['ｓｏｈｏ公寓２栋', 'SO'], ['SOHO公寓2栋', 'SO'], ['soho公寓2栋', 'SO']],
  ['a letter or 甲乙丙丁 behind a number is dropped', ['文峰路12A号', 'WF'], ['文峰路12丙号', 'WF'], ['阳光花园3B栋', 'YG'], ['阳光花园3丁栋', 'YG'], ['前进村2A组', 'QJ']],
  ['# is 号', ['文峰路12#', 'WF'], ['阳光花园3#楼', 'YG']],
  ['Chinese numerals are a number directly before 号', ['文峰路十二号', 'WF'], ['文峰路一百号', 'unmatched'], ['文峰路十二', 'unmatched']],
  ['… before 号楼 栋 幢 座', ['阳光花园三号楼', 'YG'], ['阳光花园三栋', 'YG'], ['阳光花园三幢', 'YG'], ['阳光花园三座', 'YG'], ['阳光花园十三座', 'unmatched']],
  ['… before 单元 室 房 层 楼, which are no house number', ['文峰路十二单元', 'unmatched'], ['文峰路十二室', 'unmatched'], ['文峰路十二房', 'unmatched'], ['文峰路十二层', 'unmatched'], ['文峰路十二楼', 'unmatched']],
  ['… before 组 小组 村民小组 队 生产队 社', ['前进村三组', 'QJ'], ['前进村三小组', 'QJ'], ['前进村三村民小组', 'QJ'], ['前进村三队', 'QJ'], ['前进村三生产队', 'QJ'], ['前进村三社', 'QJ']],
  ['… but not 社区', ['前进村三社区', 'unmatched']],
  ['… or as a sub-number after 之, 附 or a dash', ['文峰路11之二', 'WF'], ['文峰路11号之二', 'WF'], ['文峰路11附二号', 'WF'], ['文峰路11号-二', 'WF']],
  ['第 before it is dropped', ['前进村第三组', 'QJ'], ['阳光花园第三栋', 'YG'], ['文峰路第十二号', 'WF']],
  ['anywhere else a numeral is part of the name', ['八一大道12号', 'BY'], ['八一大道十二号', 'BY'], ['三里村三组', 'SL'], ['三里乡', 'SLX'], ['三里村', 'unmatched']],
  ['and always inside a name of the tables', ['龙津镇一号公馆', 'GG'], ['文峰路12号一号公馆', 'GG']],
  ['formal numerals and 廿 and 卅', ['文峰路壹拾贰号', 'WF'], ['文峰路玖拾玖号', 'WF'], ['文峰路壹佰号', 'unmatched'], ['华兴街廿九号', 'HX'], ['华兴街卅号', 'HX'], ['华兴街卅一号', 'unmatched']],
  ['digit by digit; 一百二 is 120, 一百零二 is 102', ['华兴街三〇号', 'HX'], ['华兴街三一号', 'unmatched'], ['文峰路九九号', 'WF'], ['八一大道五零号', 'BY']],
  ['spaces and punctuation go', ['文峰路　12　号', 'WF'], ['“文峰路”12号', 'WF'], ['文峰路《12》号', 'WF'], ['八 一大道 12号', 'BY']],
  ['a gap between two number-like characters stays a boundary', ['文峰路12 3栋', 'WF'], ['文峰路12、3栋', 'WF'], ['文峰路12 A座', 'WF'], ['阳光花园3栋 201', 'YG']],
  ['a dash stays only between number-like characters or after 号', ['文峰路-12号', 'WF'], ['阳光花园-3栋', 'YG'], ['文峰路12-1号', 'WF'], ['文峰路12号-1', 'WF'], ['文峰路12号-阳光花园3栋', 'YG']],
  ['brackets are punctuation; what they hold stays', ['阳光花园（文峰路12号）3栋', 'YG'], ['文峰路（12号）', 'WF']],
  ['province, city and county may be left out, repeated or shortened', ['江西安义县文峰路12号', 'WF'], ['安义安义安义县文峰路12号', 'WF'], ['南昌市安义文峰路12号', 'WF']],
  ['a short form counts only at the head', ['文峰路安义12号', 'WF'], ['文峰路12号安义', 'WF']],
  ['… and only when what follows is no road or place ending', ['安义路12号', 'AY'], ['安义安义路12号', 'AY'], ['南昌北路12号', 'NC'], ['江西南昌南昌北路12号', 'NC'], ['安义新村12号', 'AX'], ['安义县安义新村', 'AX'], ['安义花园3栋', 'unmatched']],
  ['an address that names another province, city or county is unmatched', ['湖南省文峰路12号', 'unmatched'], ['宜春文峰路12号', 'unmatched'], ['靖安县文峰路12号', 'unmatched'], ['南昌市东湖区文峰路12号', 'unmatched'], ['文峰路12号武汉市', 'unmatched'], ['河北省石家庄市文峰路12号', 'unmatched']],
  ['a road may bear the name of another city', ['龙津镇九江路文峰路12号', 'WF'], ['上海路文峰路12号', 'WF'], ['武汉北路文峰路12号', 'WF']],
  ['a town is written with 镇, 乡 or 街道', ['三里乡八一大道12号', 'BY'], ['龙津镇文峰路12号', 'WF'], ['石鼻镇八一大道12号', 'BY'], ['石鼻镇文峰路12号', 'SB'], ['新民街道新民社区', 'XM'], ['新民街道文峰路12号', 'unmatched']],
  ['街道 is a town’s ending, not 街', ['华兴街道12号', 'unmatched'], ['华兴街12号', 'HX']],
  ['a town written twice counts once', ['龙津镇龙津镇文峰路12号', 'WF'], ['龙津镇三里乡文峰路12号', 'unmatched']],
  ['committees directly behind a village or community are dropped', ['前进村村委会三组', 'QJ'], ['前进村村民委员会三组', 'QJ'], ['前进村委会三组', 'QJ'], ['东门社区居委会', 'DM'], ['东门社区居民委员会文峰路12号', 'WF'], ['罗田村村委会文峰路12号', 'WF']],
  ['a group belongs to the village before it', ['前进村3组', 'QJ'], ['3组前进村', 'unmatched'], ['三里村1组前进村', 'SL']],
  ['… even with a natural village’s name between', ['前进村上屋3组', 'QJ'], ['前进村上屋村3组', 'QJ'], ['前进村上屋自然村第三村民小组', 'QJ']],
  ['a name begins at the start or behind another part', ['东方阳光花园3栋', 'unmatched'], ['老文峰路12号', 'unmatched'], ['环城路阳光花园3栋', 'YG'], ['罗田村文峰路12号', 'WF'], ['旧县村文峰路12号', 'WF']],
  ['a name is not followed by an ending', ...['路', '街', '大道', '巷', '弄', '胡同', '村', '社区', '小区', '花园', '花苑', '家园', '嘉园', '大院', '新村', '公寓', '山庄'].map((ending) => [`阳光花园${ending}3栋`, 'unmatched'] as const)],
  ['… nor by a direction with a road’s ending', ['阳光花园东路3栋', 'unmatched'], ['文峰路西街12号', 'unmatched'], ['文峰路南12号', 'WF'], ['文峰路中段12号', 'WF']],
  ['… nor by N期, X区, N巷, N弄, N支路', ['阳光花园二期3栋', 'unmatched'], ['阳光花园2期3栋', 'unmatched'], ['阳光花园A区3栋', 'unmatched'], ['阳光花园北区3栋', 'unmatched'], ['阳光花园三区3栋', 'unmatched'], ['文峰路3巷12号', 'unmatched'], ['文峰路三弄12号', 'unmatched'], ['文峰路一支路12号', 'unmatched']],
  ['longest first', ['凤凰城二期3栋', 'FC'], ['凤凰城三期3栋', 'unmatched'], ['凤凰城3栋', 'FC']],
  ['names of the tables go before a reading by endings', ['东门社区新村路5号', 'XC'], ['龙津镇新村路5号', 'XC'], ['文峰路12号楼前村', 'WF']],
  ['one with 号 belongs to the last road before it that has none yet', ['环城路文峰路12号', 'WF'], ['文峰路环城路12号', 'unmatched'], ['文峰路环城路12号8号', 'WF'], ['文峰路阳光花园12号', 'WF']],
  ['digits directly behind a road need no 号', ['文峰路12', 'WF'], ['文峰路12阳光花园', 'WF'], ['文峰路旁12', 'unmatched']],
  ['of two roads a row uses its own road’s', ['文峰路12号凤凰路99号', 'WF'], ['凤凰路99号文峰路12号', 'WF'], ['凤凰路5号环城路12号', 'FH']],
  ['a number with no road before it serves no rule', ['12号文峰路', 'unmatched'], ['阳光花园3号', 'unmatched']],
  ['11-15号, 11号之二, 11-2号, 11号附2 are number 11', ['凤凰路9-15号', 'FH'], ['凤凰路9号之十二', 'FH'], ['凤凰路9-12号', 'FH'], ['凤凰路9号附12', 'FH'], ['凤凰路10-2号', 'unmatched']],
  ['buildings are 栋, 幢, 号楼, 座', ['阳光花园3栋', 'YG'], ['阳光花园3幢', 'YG'], ['阳光花园3号楼', 'YG'], ['阳光花园3座', 'YG'], ['阳光花园A座', 'unmatched'], ['凤凰城A座', 'FC']],
  ['文峰路12号楼 has no house number', ['文峰路12号楼', 'unmatched'], ['文峰路12号12号楼', 'WF']],
  ['behind an estate 3-2栋 and 3之2号楼 are building 3', ['阳光花园3-12栋', 'YG'], ['阳光花园3之12号楼', 'YG'], ['阳光花园12-3栋', 'unmatched']],
  ['behind a road 11-2号楼 is number 11, building 2', ['文峰路11-200号楼', 'WF'], ['阳光花园文峰路11-2号楼', 'YG'], ['阳光花园文峰路2-11号楼', 'WF']],
  ['N楼 and N层 are floors', ['阳光花园3楼', 'unmatched'], ['阳光花园3层', 'unmatched']],
  ['N号 or bare digits behind a building, unit or floor are a room', ['文峰路阳光花园3栋12号', 'YG'], ['文峰路3栋12号', 'unmatched'], ['文峰路3单元12号', 'unmatched'], ['文峰路3楼12号', 'unmatched'], ['文峰路3栋12', 'unmatched']],
  ['behind an estate 3-1-201 and 3-201 begin with the building', ['阳光花园3-1-201', 'YG'], ['阳光花园3-201', 'YG'], ['阳光花园三-201', 'unmatched'], ['阳光花园12-1-201', 'unmatched']],
  ['… and behind the road’s number when an estate is named', ['阳光花园文峰路12号3-1-201', 'YG'], ['文峰路12号3-201阳光花园', 'YG'], ['文峰路12号3-201', 'WF']],
  ['one bare number behind an estate is nothing', ['阳光花园3', 'unmatched'], ['文峰路12号阳光花园3', 'WF'], ['文峰路阳光花园12', 'unmatched']],
  ['0 is no number; leading zeros are dropped', ['文峰路0号', 'unmatched'], ['文峰路零号', 'unmatched'], ['文峰路0099号', 'WF'], ['前进村0组', 'unmatched'], ['前进村03组', 'QJ'], ['阳光花园0栋', 'unmatched']],
]

for (const [sentence, ...cases] of SENTENCES) {
  describe(sentence, () => {
    it.each(cases)('%s → %s', (address, row) => {
      expect(answer(address, OTHER)).toBe(row)
    })
  })
}

describe('parts', () => {
  const parts = (address: string) => parseAddress(address, OTHER)

  it('all of them, in one address', () => {
    expect(parts('江西南昌市安义县龙津镇东门社区前进村三组文峰路12号阳光花园3栋2单元5楼501室')).toEqual({
      foreign: false,
      province: '江西省',
      city: '南昌市',
      county: '安义县',
      towns: ['龙津镇'],
      communities: ['东门社区'],
      villages: [{ name: '前进村', group: 3 }],
      roads: [{ name: '文峰路', number: 12 }],
      estates: [{ name: '阳光花园', building: 3 }],
      building: null,
      unit: 2,
      floor: 5,
      room: 501,
    })
  })

  it.each([
    ['阳光花园3-1-201', { unit: 1, room: 201 }],
    ['阳光花园3-201', { unit: null, room: 201 }],
    ['阳光花园3栋2-201', { unit: null, room: 201 }],
    ['阳光花园3栋201号', { unit: null, room: 201 }],
    ['阳光花园A座一〇三室', { unit: null, room: 103, estates: [{ name: '阳光花园', building: 'A' }] }],
    ['文峰路11-2号楼', { roads: [{ name: '文峰路', number: 11 }], building: 2 }],
    ['文峰路一百二号', { roads: [{ name: '文峰路', number: 120 }] }],
    ['文峰路一百零二号', { roads: [{ name: '文峰路', number: 102 }] }],
    ['环城南路12号', { roads: [{ name: '环城南路', number: 12 }] }],
    ['南昌县文峰路12号', { foreign: true, county: '南昌县' }],
    ['武汉市文峰路12号', { foreign: true, city: '武汉市' }],
  ])('%s', (address, expected) => {
    expect(parts(address)).toMatchObject(expected)
  })
})

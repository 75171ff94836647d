import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fieldOfFault, neighboursField, settingsFromTyped, typedFromSettings } from '@/lib/domain/season-settings'
import { judgeSettings } from '@/lib/rules'

const file: unknown = JSON.parse(readFileSync('prisma/seasons/360123-2023/season.json', 'utf8'))
const typed = typedFromSettings(file)
const after = (changes: Readonly<Record<string, string>>, settings: unknown = file) => settingsFromTyped(settings, { ...typedFromSettings(settings), ...changes })

describe('R-51 the form over season.json', () => {
  test('R-51 what nobody touched is the same byte for byte', () => {
    expect(JSON.stringify(after({}))).toBe(JSON.stringify(file))
    expect(typed).toMatchObject({ opensAt: '2023-08-14T00:00', bornTo: '2017-08-31', urbanPlaces: '龙津镇', residentialUses: '住宅', readingSeconds: '15' })
  })

  test('R-51 what the file does not say is shown as it is meant, and not written', () => {
    expect(typed).toMatchObject({ 'review.workingDays': '2', 'review.sampling': '5', 'review.afterClose': 'as-sent', 'retention.draftDays': '180' })
    expect(after({ 'review.sampling': '12.5' })).toMatchObject({ review: { sampling: 0.125 } })
    expect(Object.keys(Object(after({ 'review.sampling': '12.5' }).review))).toEqual(['sampling'])
  })

  test('R-51 keys that no field has survive, at every depth', () => {
    const own = { ...Object(file), ownKey: [1], review: { own: true, workingDays: 3 }, urbanPlaces: [{ town: '龙津镇', own: 'x', places: ['京庄社区'] }] }
    expect(after({ 'review.workingDays': '4', urbanPlaces: '龙津镇：京庄社区、前进社区\n鼎湖镇', title: '新标题' }, own)).toMatchObject({
      ownKey: [1], title: '新标题', review: { own: true, workingDays: 4 },
      urbanPlaces: [{ town: '龙津镇', own: 'x', places: ['京庄社区', '前进社区'] }, { town: '鼎湖镇' }],
    })
  })

  test('R-51 lists, days, instants, neighbours and orders are written as the rules read them', () => {
    const settings = after({
      opensAt: '2023-08-12T08:30', residentialUses: '住宅，成套住宅', 'review.holidays': '2024-09-15\r\n2024-09-16', 'review.workdays': '2024-09-14',
      'allocation.criteria': 'registered-on,category-row', 'allocation.overflow': 'neighbours', [neighboursField('LJ')]: 'YF、SY', 'announcement.next': '8月30日到校报到。', closesAt: '2023-08-23T00:00',
    })
    expect(settings).toMatchObject({
      opensAt: '2023-08-12T08:30:00+08:00', residentialUses: ['住宅', '成套住宅'], review: { holidays: ['2024-09-15', '2024-09-16'], workdays: ['2024-09-14'] },
      allocation: { criteria: ['registered-on', 'category-row'], overflow: 'neighbours', neighbours: { LJ: ['YF', 'SY'] } }, announcement: { next: '8月30日到校报到。' },
    })
    expect(judgeSettings(settings).faults).toEqual([])
    expect(after({ [neighboursField('LJ')]: '' }, settings).allocation).toEqual({ criteria: ['registered-on', 'category-row'], overflow: 'neighbours', neighbours: {} })
  })

  test('R-51 what is wrong is kept as it was typed, and the fault stands at its field', () => {
    const settings = after({ 'review.workingDays': '两天', 'review.holidays': '中秋节', closesAt: '', bornFrom: '2016-13-01', 'retention.draftDays': '0' })
    const at = Object.fromEntries(judgeSettings(settings).faults.map(({ path, message }) => [fieldOfFault(path) ?? '', message]))
    expect(at).toEqual({
      'review.workingDays': '应当是1 到 30 的整数', 'review.holidays': '「中秋节」不是日期，例如 2016-01-01', bornFrom: '「2016-13-01」不是日期，例如 2016-01-01',
      closesAt: '「」不是带时区的时刻，例如 2023-08-14T00:00:00+08:00', 'retention.draftDays': '应当是1 到 36500 的整数',
    })
    expect(typedFromSettings(settings)['review.workingDays']).toBe('两天')
    expect(fieldOfFault(['allocation', 'neighbours', 'LJ', '0'])).toBe(neighboursField('LJ'))
    expect(fieldOfFault(['county'])).toBeNull()
  })
})

import { expect, test } from 'vitest'
import { personName } from '@/lib/domain/answers'
import { normaliseIdNumber } from '@/lib/domain/national-id'
import { withoutHidden } from '@/lib/domain/typed-text'
import { typedOf } from '@/lib/forms/posted-form'

const HIDDEN = ['\0', '\u0008', '\u001B', '\u00AD', '\u200B', '\u200D', '\u202E', '\u2066', '\uFEFF', '\u{E0041}']

test('P8 what nobody sees goes out of whatever a family types: no name or sentence reads otherwise than it is stored', () => {
  for (const mark of HIDDEN) {
    expect(withoutHidden(`居住证${mark}在办`), mark).toBe('居住证在办')
    expect(personName.parse(`张${mark}晓禾`), mark).toBe('张晓禾')
  }
  // A family's own characters stay: rare ones of registers, in whatever plane, line breaks, and signs of writing.
  for (const own of ['㑇𠮷\uE863', '第一行\r\n\t第二行', '买买提·吐尔逊', '葛\u{E0100}']) expect(withoutHidden(own)).toBe(own)
})

test('H6 P8 a number that was pasted out of a chat is the number, and a posted form says what is seen in it', () => {
  expect(normaliseIdNumber('\uFEFF3601\u200B99198807040114\u200E')).toBe('360199198807040114')
  const form = new FormData()
  for (const [name, value] of [['explanation', '母亲\u202E登记错了'], ['$ACTION_KEY', 'k'], ['number', '赣\0（2023）1号']] as const) form.append(name, value)
  form.append('file', new File(['x'], 'x.txt'))
  expect(typedOf(form)).toEqual({ explanation: '母亲登记错了', number: '赣（2023）1号' })
})

import { create } from 'qrcode'
import { expect, test } from 'vitest'
import { drawNotice } from '@/lib/notice/draw-notice'
import { typeface } from '@/lib/notice/typeface'
import { A_NOTICE, bytesOf, drawn, type Drawn } from '../support/notice'

const draw = async (notice: Partial<typeof A_NOTICE> = {}) => bytesOf(await drawNotice({ ...A_NOTICE, ...notice }))
const plain = (text: string) => text.replace(/\s/g, '')

test('R-50 a notice is one page on which every word can be marked and copied, Chinese too', async () => {
  const pages = await drawn(await draw())
  expect(pages).toHaveLength(1)
  const text = plain(pages[0]?.text ?? '')
  for (const word of ['安义县', '录取通知书', '程一诺同学：', '你已被逸夫小学录取为2023年一年级新生。', '360199********0141', '第一类', 'L3601232023-7F3K-9QXM', 'A1B2C3D4E5F6', '2023年8月28日', '8月31日上午8:30到校报到。', 'https://ruxue.example/verify', '演示版']) expect(text).toContain(word)
  expect(plain((await drawn(await draw({ demonstration: false })))[0]?.text ?? '')).not.toContain('演示')
})

test('R-50 the same notice is the same bytes, another child’s is not', async () => {
  const [one, again, other] = await Promise.all([draw(), draw(), draw({ child: { name: '程二诺', idNumber: '360199********0142' } })])
  expect(one.equals(again)).toBe(true)
  expect(one.equals(other)).toBe(false)
})

test('R-50 P2 what is around the page tells nothing of the child', async () => {
  const bytes = (await draw()).toString('latin1')
  for (const secret of ['程一诺', '逸夫小学', '360199']) {
    for (const written of [secret, Buffer.from(secret), Buffer.from(secret, 'utf16le').swap16()].map((one) => one.toString('latin1'))) expect(bytes).not.toContain(written)
  }
  expect(bytes).toContain('(D:20230828010000Z)')
})

/** The modules that a page shows in the square at its right edge, read as a camera would: at the middle of each. */
function modulesOf({ grey, width, height }: Drawn, size: number): boolean[] {
  const scale = width / 595
  const side = (104 / size) * scale
  const left = (595.28 - 56 - 104) * scale
  const isDark = (x: number, y: number) => (grey[Math.round(y) * width + Math.round(x)] ?? 255) < 128
  const isTop = (y: number) => [0.5, 3, 6.5].every((module) => isDark(left + module * side, y)) && !isDark(left + 7.5 * side, y)
  const top = Array.from({ length: height }, (_, y) => y).find(isTop)
  if (top === undefined) throw new Error('no code')
  return Array.from({ length: size * size }, (_, at) => isDark(left + ((at % size) + 0.5) * side, top + (Math.floor(at / size) + 0.5) * side))
}

test('R-50 the code that is drawn is the address at which the notice is verified', async () => {
  const { size, data } = create(A_NOTICE.verify.scanned, { errorCorrectionLevel: 'M' }).modules
  const [page] = await drawn(await draw(), 4)
  expect(page && modulesOf(page, size)).toEqual(Array.from(data, Boolean))
})

test('R-50 a name of a hundred characters wraps, and nothing after it is lost', async () => {
  const name = '阿卜杜热依木江·买买提'.repeat(10).slice(0, 100)
  const pages = await drawn(await draw({ child: { name, idNumber: A_NOTICE.child.idNumber } }))
  const text = plain(pages.map((page) => page.text).join(''))
  expect(text.split(plain(name))).toHaveLength(3)
  expect(text).toContain('https://ruxue.example/verify')
  for (const { grey, width, height } of pages) {
    // Nothing stands in the margin at the right.
    for (let y = 0; y < height; y++) expect(Math.min(...grey.subarray(y * width + Math.ceil(width * 0.92), (y + 1) * width))).toBe(255)
  }
})

test('R-50 long words of the season go on, on a second page, with the way to verify at their end', async () => {
  const pages = await drawn(await draw({ next: Array.from({ length: 24 }, (_, line) => `第 ${line + 1} 条须知。`).join('\n') }))
  expect(pages).toHaveLength(2)
  const second = plain(pages[1]?.text ?? '')
  expect(second).toMatch(/第24条须知。.*查验真伪/)
  // By itself it says of which notice it is, and that it is a sample.
  for (const words of ['录取通知书L3601232023-7F3K-9QXM，第2页', '演示版']) expect(second).toContain(words)
})

test('R-50 a rare character is printed; one that the typeface has not is written by its number, and the notice says so', async () => {
  const { has } = await typeface()
  expect(['程', '㐱', '䶮', '·', '〔'].map(has)).toEqual([true, true, true, true, true])
  expect(has('𠮷')).toBe(false)
  const text = plain((await drawn(await draw({ child: { name: '𠮷㐱', idNumber: A_NOTICE.child.idNumber } })))[0]?.text ?? '')
  expect(text).toContain('〔U+20BB7〕㐱同学：')
  expect(text).toContain('以户口簿上的为准：〔U+20BB7〕。')
  expect(plain((await drawn(await draw()))[0]?.text ?? '')).not.toContain('户口簿上的为准')
})

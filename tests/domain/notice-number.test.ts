import { expect, test } from 'vitest'
import { noticeFragment, scannedNotice } from '@/lib/domain/notice-number'
import { noticeNumber } from '@/lib/domain/notice-answers'

const NOTICE = { number: 'L3601232023-7F3K-9QX1', code: 'A1B2 C3D4 E506' }

test('R-50 a number and a code are understood however they are typed', () => {
  for (const [number, code] of [
    ['L3601232023-7F3K-9QX1', 'A1B2 C3D4 E506'],
    ['l36012320237f3k9qxI', 'a1b2c3d4e5o6'],
    ['Ｌ３６０１２３２０２３－７Ｆ３Ｋ－９ＱＸ１', 'A1B2-C3D4-E506'],
    [' L3601232023—7F3K—9QXl ', 'AIB2 C3D4 E5O6'],
    // copied out of the notice with the words beside it
    ['录取编号 L3601232023-7F3K-9QX1。', '校验码：A1B2 C3D4 E506'],
  ]) expect(noticeNumber.parse({ number, code }), number).toEqual(NOTICE)
})

test('R-50 what is no number of a notice is found nowhere, and nothing typed is a fault of its own but emptiness', () => {
  expect(noticeNumber.parse({ number: '36012320237F3K9QXM', code: '没有' })).toEqual({ number: '36012320237F3K9QXM', code: '没有' })
  expect(noticeNumber.safeParse({ number: ' ', code: '' }).error?.issues.map(({ message }) => message)).toEqual(['notice-number-missing', 'notice-code-missing'])
})

test('R-50 a scanned code brings both, and an address with anything else nothing', () => {
  expect(scannedNotice(`#${noticeFragment(NOTICE)}`)).toEqual(NOTICE)
  for (const hash of ['', '#', '#L3601232023-7F3K-9QX1', '#L3601232023-7F3K-9QX1.A1B2', '#main']) expect(scannedNotice(hash)).toBeNull()
})

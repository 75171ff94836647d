import { expect, test } from 'vitest'
import { REASON_WORDS } from '@/lib/copy/admission'
import { allocationReason } from '@/lib/domain/admission'

const FACTS = { school: '安义三小', category: '第三类', wanted: [{ name: '逸夫小学' }] }

test.each(allocationReason.options)('R-50 a family can read why: %s', (because) => {
  const words = REASON_WORDS[because](FACTS)
  expect(words).toMatch(/^[^。].*。$/)
  expect(words).not.toMatch(/您好|！|undefined|[A-Z_]{3,}/)
})

test('R-50 who was moved reads where it had asked, and where it is now', () => {
  expect(REASON_WORDS.NEIGHBOUR_SCHOOL(FACTS)).toMatch(/逸夫小学.*安义三小/)
  expect(REASON_WORDS.LOT_DRAWN({ ...FACTS, school: '逸夫小学' })).toMatch(/逸夫小学.*第三类.*抽签/)
})

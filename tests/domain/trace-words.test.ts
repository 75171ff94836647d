import { expect, test } from 'vitest'
import { becauseWords } from '@/lib/copy/staff/application-file'

const season = { schools: [{ code: 'LJ', name: '龙津小学' }, { code: 'SX', name: '安义三小' }], categories: [{ category: '1', label: '第一类：房户一致' }] }

test('R-47 the trace of a file says of schools and categories what they are called, not their codes (H7)', () => {
  expect(becauseWords({ status: 'matched', row: 'LJ-01', schools: ['LJ', 'SX'] }, season)).toBe('结果：对上；行：LJ-01；学校：龙津小学、安义三小')
  expect(becauseWords({ zone: '阳湖村过渡学区', preferred: 'SX' }, season)).toBe('过渡学区：阳湖村过渡学区；志愿学校：安义三小')
  expect(becauseWords({ category: '1' }, season)).toBe('类别：第一类：房户一致')
  expect(becauseWords({ schools: ['XX'], at: '2023-08-16' }, season)).toBe('学校：XX')
})

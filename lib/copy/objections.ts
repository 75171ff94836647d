import type { Complaint } from '@/lib/domain/objections'

/** What is said to be wrong, as the family chooses it and officers call it. */
export const COMPLAINT_WORDS = {
  'wrong-category': { title: '类别不对', text: '生源类别和家里的情况不符。' },
  'wrong-catchment': { title: '学区不对', text: '地址对应的学校不对。' },
  'siblings-apart': { title: '兄弟姐妹没有在一起', text: '家里今年一起报名的孩子，不在同一所学校。' },
  'something-else': { title: '其他', text: '' },
} as const satisfies Record<Complaint, { title: string; text: string }>

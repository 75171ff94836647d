import type { AppealStatus } from '@/lib/domain/appeal-status'

/** How an appeal that is not decided for good stands, on the page of the step that it is about. */
export const APPEAL_PROGRESS = {
  draft: { tag: '还没有提交', kind: 'draft', text: '材料填了一部分，从下面的按钮接着办，再提交审核。', button: '接着准备材料' },
  waiting: { tag: '待审核', kind: 'wait', text: '材料已经提交，等待区县审核。审核期间，可以改用别的入学方式。', button: '查看申请' },
  refused: { tag: '未通过', kind: 'no', text: '从下面的按钮看原因，修改后可以再次提交。', button: '看意见，修改后再提交' },
} as const satisfies Record<Exclude<AppealStatus, 'withdrawn' | 'approved'>, { tag: string; kind: string; text: string; /** on the page of the basis that it opens */ button: string }>

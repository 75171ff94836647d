import type { CountyProposal } from '@/lib/domain/county-proposals'

/** What is said of a refusal in this part of the county's side, by code: what, and what to do next. */
export const PUBLICATION_ERRORS = {
  DRAFT_HAS_FINDINGS: '草稿里还有检查出的问题，改完才能发布。',
  DRAFT_IS_PUBLISHED: '和已经发布的完全一样，没有可发布的改动。',
  CLOSE_BROUGHT_FORWARD: '草稿的截止时间早于家长看到的截止时间。请改草稿的截止时间，或者勾选确认提前。',
  WINDOW_MOVED: '提出以后，登记的截止时间变了，不能再同意。请不同意，由提出人重新提出。',
  ALREADY_WAITING: '已经有一项在等另一位管理员决定，请等它有了结果再提。',
  PROPOSAL_REASON_MISSING: '不同意要写明原因，提出人要看。',
  WINDOW_NO_INSTANT: '请填写新的截止时间，到分钟。',
  WINDOW_REASON_MISSING: '请写明延长的原因，家长会看到。',
  WINDOW_REASON_LONG: '原因太长了，请写在 200 字以内。',
  WINDOW_NOT_OPENED: '登记还没有开始。要改时间，请改招生方案再发布。',
  WINDOW_NOT_LATER: '新的截止时间要晚于现在的截止时间，只能延长，不能提前。',
  WINDOW_PAST: '新的截止时间已经过去了。',
  WINDOW_RESULTS_OUT: '录取结果已经公布，不能再延长。',
} as const satisfies Record<string, string>

export const PROPOSAL_KINDS = {
  'publish-season': '发布招生方案',
  'extend-window': '延长登记时间',
} as const satisfies Partial<Record<CountyProposal['kind'], string>>

/** What is said of a refusal around cases, by code: what, and what to do next. */
export const CASE_ERRORS = {
  CASE_DECIDED: '这件已经有人处理完了，或者家庭已经撤回。您的决定没有写入。',
  CASE_NOT_YOURS: '这件不在您手上：领取已到期，或者被改派了。请重新领取后再决定。',
  CASE_TAKEN: '这件已经由别人领取。',
  CASE_NONE_LEFT: '按现在的筛选，没有可以领取的了。',
  NO_SUCH_REVIEWER: '没有这位审核员，或者账号已停用。',
  RETURN_ALREADY_PROPOSED: '这份登记已经有人提议退回，正在等管理员决定，不用再提。',
  CASE_PROPOSED: '这件的答复已经交给另一位工作人员复核，现在不能再决定。',
  ANSWER_REASON_MISSING: '请写明原因，家长会看到。',
  VERDICT_MISSING: '请先选一个决定。',
  WANTED_MISSING: '要补哪一份？请从清单里选，或者写明材料的名称。',
  NOTE_MISSING: '备注还没有写。',
  NOTE_TOO_LONG: '写得太长了，请控制在 500 字以内。',
  REASON_MISSING: '不通过要写明原因，家长会看到。',
  CLAIM_OUTDATED: '家庭的登记信息在提交以后变了，这份申诉只能不通过，请家长重新提交。',
} as const satisfies Record<string, string>

/** What is said of a refusal around schools by hand, by code: what, and what to do next. */
export const BY_HAND_ERRORS = {
  BY_HAND_WAITING: '这个孩子已经有一份人工决定在等复核。等那一份有了结果再提。',
  RUN_REPLACED: '另一次计算已经公布，这一次的人工决定不再有效。请对着已公布的那一次重新提出。',
  RESULT_CHANGED: '提出以后，这个孩子的录取结果变了，没有写入。请看最新的结果，再决定。',
  SCHOOL_MISSING: '请选择学校。',
  SCHOOL_UNKNOWN: '招生方案里没有这所学校。',
  SCHOOL_SAME: '孩子现在就在这所学校，不用再安排。',
  SCHOOL_FULL: '这所学校的学位已满，或者剩下的留给了别的孩子。确实要超出学位安排的，请勾选「超出学位也安排」，并在原因里写明。',
  BY_HAND_REASON_MISSING: '请写明原因，复核人和家长都会看到。',
} as const satisfies Record<string, string>

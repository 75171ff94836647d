/**
 * The short consent that stands beside the ID number: the law wants consent before the first question, and the full
 * agreement comes only later. A changed text is a new version; what was agreed to is kept by version.
 */
export const QUERY_CONSENT = {
  version: '2023-1',
  text: '我是该学生的监护人，同意用其身份证号向户籍登记查询学生和监护人的姓名与关系，仅用于本次入学登记。不同意可以不查询，到区县现场办公点办理。',
} as const

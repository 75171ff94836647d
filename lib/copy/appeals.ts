/** Cases 2 and 3 of the notice, until materials can be sent in here: the desk takes them. `code` is the season's word. */
export const APPEALS = {
  'guardian-mismatch': {
    code: 'GUARDIAN_MISMATCH',
    title: '与实际情况不符',
    lead: '户籍登记的监护人和实际不一样，要由区县看过材料才能改。',
  },
  'student-not-found': {
    code: 'STUDENT_NOT_FOUND',
    title: '入学登记',
    lead: '户籍登记里没有查到学生，要由区县看过材料才能登记。',
  },
} as const

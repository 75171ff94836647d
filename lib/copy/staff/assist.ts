import type { Presence } from '@/lib/domain/assistance'

/** What is said of a refusal where an officer acts for a guardian or completes a registration, by code: what, and what to do next. */
export const ASSIST_ERRORS = {
  GUARDIAN_NAME: '请照身份证填写监护人的姓名。',
  GUARDIAN_ID_NUMBER: '身份证号不对。请照身份证逐位核对。',
  GUARDIAN_PHONE: '手机号要有 11 位；没有手机的，空着。',
  GUARDIAN_NAME_DIFFERS: '这个身份证号用昌通码登录过，姓名和填的不一样。请照身份证再核对；仍然不一样的，不能代办。',
  GUARDIAN_NOT_PRESENT: '本人不在场，不能代办。',
  CARD_NOT_CHECKED: '先核对身份证，再勾选。',
  PRESENCE_MISSING: '请选择监护人在场，还是在电话里。',
  CONSENT_MISSING: '请先扫描监护人签字的同意书。',
  ASSISTANCE_OVER: '这次代办已经结束，请重新开始。',
  COMPLETION_WAITING: '这份登记已经办好，正等另一位工作人员复核。',
  ENDING_WAITING: '已经提请结束这份登记，正等另一位工作人员复核。',
  ENDING_APPEAL_WAITING: '这个家庭还有材料在审核，先等审核的结果。',
  ENDING_ENTRY_WAITING: '窗口给这个家庭录入的还在等复核，先办完那一项。',
  ENDING_REASON_MISSING: '请写明为什么办不成，家长要看。',
  COMPLETION_CHANGED: '办理以后内容有变化，不能照原样通过。请选不通过，由同事重新办理。',
  CHILD_SUBMITTED: '这个孩子已经有一份登记。这一份请选不通过。',
} as const satisfies Record<string, string>

/** The page from which an officer begins to act for a guardian. */
export const ASSIST_WORDS = {
  title: '代办登记',
  lead: '监护人不用手机办理时，由窗口代办。每一步和监护人自己办一样，都记在您的名下。',
  next: '下一步：签同意书',
  begin: '上传并开始代办',
  goOn: '接着代办',
  cancel: '不签，不办了',
  card: '身份证原件已核对，是本人',
  cardOrCall: '身份证原件已核对，是本人；在电话里的，姓名和身份证号已逐项核对',
  present: '本人在场，全程一起看',
} as const

export const ASSIST_STEPS = [
  { title: '核对身份证', text: '照原件填写姓名和号码。' },
  { title: '签纸质同意书', text: '打印、签字、扫描，三步都在下一页。没有签字，什么都不保存。' },
  { title: '和监护人一起办', text: '转到家庭自己的页面，上方一直有代办标记。确认页同样要看满 15 秒。' },
  { title: '打印回执，结束代办', text: '回执上有您的名字。您退出账号，代办也随之结束。' },
] as const

const CONSENT_POINTS = [
  '同意用我和孩子的身份证号查询户籍、监护关系和房产登记，只用于本次入学登记。',
  '《隐私保护协议书》我已看过，或者由工作人员念过，同意。',
  '填写的内容以我说的为准。提交以前，确认页由我看过或听过；提交以后不能修改。',
] as const

type ConsentSheet = { title: string; /** as buttons call it */ paper: string; who: (guardian: string, idNumber: string) => string; asks: (county: string, officer: string) => string; points: readonly string[]; sign: string; date: string }

/**
 * What is signed on paper before anything is asked or opened: by the guardian, to whom it is read out where that is needed;
 * by the officer, where the guardian hears it on the phone and cannot sign.
 */
export const CONSENT_SHEET = {
  present: {
    title: '窗口代办同意书',
    paper: '同意书',
    who: (guardian, idNumber) => `监护人：${guardian}，身份证号 ${idNumber}`,
    asks: (county, officer) => `我不用手机办理，请${county}窗口工作人员${officer}代我办理孩子的入学登记。`,
    points: CONSENT_POINTS,
    sign: '监护人签字（或按手印）',
    date: '日期',
  },
  phone: {
    title: '窗口代办电话同意记录',
    paper: '电话同意记录',
    who: (guardian, idNumber) => `监护人：${guardian}，身份证号 ${idNumber}`,
    asks: (county, officer) => `监护人在电话里请${county}窗口工作人员${officer}代办孩子的入学登记。下面三条已经逐条念过，监护人逐条同意。`,
    points: CONSENT_POINTS,
    sign: '工作人员签字',
    date: '通话日期和时间',
  },
} as const satisfies Record<Presence, ConsentSheet>

export const COMPLETION_WORDS = {
  title: '截止后办结',
  lead: '截止时申诉还在审核的登记，由窗口办完。一人办理，另一人复核，以交材料的时间为准。',
  never: '本县的方案写明：截止以后不再办结。',
  open: '采集还没有截止。截止以后，这里列出要由窗口办完的登记。',
  none: '没有要办结的登记。',
  reviewed: '材料在审核',
  waiting: '已经办好，等另一位工作人员复核',
  goTo: '去办结',
  over: '采集已经截止，这份登记截止时没有在审核的申诉：录入以后也不能再提交。',
  enter: '录入核验的房产、学区或身份',
  enterWhy: '先由两人核验，再回来办结',
  bases: '能用的入学方式',
  noBases: '登记里没有办理人，或者公安户籍还没有回应，先核验身份。',
  because: {
    approved: '申诉已经通过。和监护人一起选好入学方式，看满 15 秒，交另一位工作人员复核。',
    'taken-back': '申诉通过以后又撤回了，家庭不算逾期。先核验对的房产、学区或身份，或者在办理时重新提交材料，再办结。',
    verified: '窗口已经核验。和监护人一起选好入学方式，看满 15 秒，交另一位工作人员复核。',
  },
  decided: { approved: '通过', 'taken-back': '通过，后来撤回', verified: '已有结果，窗口又核验过' },
  tags: { approved: '待办', 'taken-back': '待重新核验', verified: '待办' },
} as const

/** What cannot be completed ends, by two officers as well. */
export const ENDING_WORDS = {
  title: '办不成，结束这份登记',
  reason: '为什么办不成',
  hint: '写给家长看：缺什么，可以去哪里问。另一位工作人员同意以后才结束。',
  propose: '提请结束，请另一位工作人员复核',
  waiting: '提请结束，等复核',
  forGood: '通过以后，这份登记作废，今年不能再报；家长会收到消息和原因。',
  refused: '上一次提请结束，没有同意',
  status: { waiting: '提请结束，待复核', refused: '没有同意结束' },
} as const

export const PRESENCE_WORDS = { present: '监护人在场', phone: '监护人在电话里' } as const satisfies Record<Presence, string>

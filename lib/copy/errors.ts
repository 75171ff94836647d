import { MATERIAL_FAULT_WORDS } from './materials'

/** Beside a field: what is wrong with what was typed, and how to mend it. */
export const FIELD_WORDS = {
  'county-missing': '请选择入学区县',
  'id-number-missing': '请填写身份证号',
  'id-number-length': '身份证号要有 18 位。请对照户口本，看看是不是少了或多了一位。',
  'id-number-region': '前两位不是任何一个省份的代码。请对照户口本逐位核对。',
  'id-number-date': '中间的出生日期不存在。请对照户口本逐位核对。',
  'id-number-check': '末位与前 17 位对不上，多半是其中一位输错了。请对照户口本逐位核对。',
  'query-consent-missing': '不同意查询就查不到学生。请先勾选同意，或到现场办公点登记。',
  'agreement-missing': '请先看完协议，勾选同意后再点「确认」',
  'basis-missing': '请选择一种入学方式',
  'property-missing': '请先勾选要用的那一套房产',
  'school-missing': '请选择志愿学校',
  'contract-missing': '请填写购房合同编号',
  'contract-too-long': '编号太长了。请对照合同，只填编号。',
  'certificate-missing': '请填写不动产权证号',
  'certificate-too-long': '证号太长了。请对照不动产权证，只填证号。',
  'registration-missing': '请先勾选要用的户籍地址',
  'name-missing': '请填写姓名',
  'name-too-long': '姓名太长了。请只填姓名。',
  'relation-missing': '请选择和孩子的关系',
  'address-missing': '请填写地址',
  'explanation-missing': '请写明哪里不对',
  'evidence-missing': '请填写这一项',
  'text-too-long': '太长了，请写在 300 字以内',
  'head-missing': '请选择户主是谁',
  'removed-missing': '请选择要删除的监护人',
  'removed-self': '不能删除您自己。要由另一位监护人办理的，请他登录。',
  'reason-missing': '请选择原因',
  'kept-missing': '请选择一位监护人',
  'kept-not-self': '选另一位监护人的，请他用自己的昌通码登录办理。',
  'kinship-missing': '请选择是哪一位',
  'through-missing': '请选择是哪一位监护人的父母',
  'grandparent-agreement-missing': '老人同意用这套房产入学，才能查询。请先勾选。',
  'ground-missing': '请选择属于哪一种情况',
  'other-same-as-self': '这是您自己的身份证号。这里填另一位监护人的。',
  'child-as-guardian': '这是孩子的身份证号。这里填监护人的。',
  'truthful-missing': '请先勾选，再提交审核',
} as const

export type FieldCode = keyof typeof FIELD_WORDS

export function isFieldCode(code: string): code is FieldCode {
  return Object.hasOwn(FIELD_WORDS, code)
}

/** Short, for the error summary at the top: each leads to its field. */
export const FIELD_SUMMARY = {
  'county-missing': '没有选择区县',
  'id-number-missing': '没有填写身份证号',
  'id-number-length': '身份证号的位数不对',
  'id-number-region': '身份证号的前两位不对',
  'id-number-date': '身份证号里的出生日期不存在',
  'id-number-check': '身份证号有一位对不上',
  'query-consent-missing': '没有勾选同意查询',
  'agreement-missing': '没有勾选同意协议',
  'basis-missing': '没有选择入学方式',
  'property-missing': '没有勾选房产',
  'school-missing': '没有选择志愿学校',
  'contract-missing': '没有填写合同编号',
  'contract-too-long': '合同编号太长',
  'certificate-missing': '没有填写不动产权证号',
  'certificate-too-long': '不动产权证号太长',
  'registration-missing': '没有勾选户籍地址',
  'name-missing': '没有填写姓名',
  'name-too-long': '姓名太长',
  'relation-missing': '没有选择和孩子的关系',
  'address-missing': '没有填写地址',
  'explanation-missing': '没有写明哪里不对',
  'evidence-missing': '有一项没有填写',
  'text-too-long': '有一项超过了 300 字',
  'head-missing': '没有选择户主',
  'removed-missing': '没有选择要删除的监护人',
  'removed-self': '要删除的是您自己',
  'reason-missing': '没有选择原因',
  'kept-missing': '没有选择监护人',
  'kept-not-self': '选的是另一位监护人',
  'kinship-missing': '没有选择是哪一位老人',
  'through-missing': '没有选择是谁的父母',
  'grandparent-agreement-missing': '没有勾选老人同意',
  'ground-missing': '没有选择属于哪一种情况',
  'other-same-as-self': '另一位监护人填成了您自己',
  'child-as-guardian': '监护人填成了孩子',
  'truthful-missing': '没有勾选材料属实',
} as const satisfies Record<FieldCode, string>

/** What stands at the top of a page after something could not be done: what, and what to do next. */
export const ERROR_WORDS = {
  NO_SEASON: { title: '这个区县还没有开放采集', text: '请看当地教育部门的通知，或者选择别的区县。' },
  SEASON_NOT_OPEN: { title: '采集还没有开始', text: '开始以后再来办理，先报后报都一样。' },
  SEASON_CLOSED: { title: '采集已经截止', text: '截止以后不能再填写或提交。有疑问请打学校的电话，或工作日到现场办公点。' },
  AGE: { title: '年龄不符，今年不能报名一年级', text: '孩子的出生日期不在规定的范围内。' },
  TOO_MANY_QUERIES: { title: '查询太频繁，请稍后再试', text: '已经填好的都还在。着急的话，请打学校的电话。' },
  NOT_YOURS: { title: '没有找到这份登记', text: '请从「我的孩子」进入。' },
  NOT_DRAFT: { title: '这份登记已经不能修改', text: '提交以后，登记结果不能再改。' },
  NOT_NAMED: { title: '户籍登记的监护人里没有您', text: '所以这一步不能由您办理。' },
  STEP_NOT_REACHED: { title: '前面还有没填完的', text: '请从这一步接着填。' },
  AGREEMENT_CHANGED: { title: '协议有更新', text: '请看完新的协议，再勾选一次。' },
  REGISTRY_UNAVAILABLE: { title: '暂时查不到', text: '登记部门的系统现在没有回应。您填的都已保存，过一会儿再办这一步就能继续。' },
  BASIS_CLOSED: { title: '这种方式现在不能用', text: '请看这种方式下面写的原因。' },
  REGISTRATION_CLOSED: { title: '这个户籍地址不能用', text: '请看这个地址下面写的原因，或者选择另一个。' },
  MATERIALS_NOT_APPROVED: { title: '材料还没有审核通过', text: '审核通过以后，再从这一步接着办。' },
  PROPERTY_CLOSED: { title: '这一套房产不能用', text: '请看这一套下面写的原因，或者选择另一套。' },
  CHANGED_MEANWHILE: { title: '内容刚刚在别处改过', text: '可能是另一部手机，或者点了两次。下面是最新的内容，请接着办理。' },
  CONFIRMATION_CHANGED: { title: '内容有变化，请重新看一遍', text: '下面是最新的结果，看满规定的时间后再提交。' },
  TOO_EARLY: { title: '还没有看满规定的时间', text: '请把这一页看完再提交。' },
  INCOMPLETE: { title: '还有没填完的', text: '请从这一步接着填。' },
  REFUSED: { title: '现在还不能提交', text: '原因写在下面。' },
  WITHDRAWN: { title: '这份登记已经作废', text: '需要的话，请重新登记。' },
  SUBMITTED_BY_OTHER: { title: '这个孩子已经由另一位监护人提交', text: '每个孩子一年只有一份登记，以先提交的为准。' },
  APPEAL_WAITING: { title: '申诉正在审核', text: '审核通过以前，这一步不能往下办。要改用别的办法，请先撤回申诉。' },
  APPEAL_NOT_EDITABLE: { title: '这份申诉现在不能修改', text: '待审核的申诉要先撤回才能修改；已经通过的不能再改。' },
  APPEAL_NOT_NEEDED: { title: '不需要这种申诉', text: '查到的信息里没有这种情况。请从这一步接着办。' },
  ...MATERIAL_FAULT_WORDS,
  MATERIALS_MISSING: { title: '材料还没有交齐', text: '缺的材料在下面标出来了。传齐以后再提交审核，已经传的都在。' },
  SCHOOL_NOT_IN_ZONE: { title: '这所学校不在可选的范围内', text: '请从列出的学校里选择。' },
} as const

export type ErrorCode = keyof typeof ERROR_WORDS

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_WORDS, code)
}

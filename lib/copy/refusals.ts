import type { RefusalCode } from '@/lib/rules'

/**
 * Every refusal of the rules in a family's words: what is wrong and why, and what can be done. A new code does not compile
 * until it has words.
 */
export const REFUSAL_WORDS = {
  SEASON_NOT_OPEN: { title: '采集还没有开始', text: '开始以后再来提交，先报后报都一样。' },
  SEASON_CLOSED: { title: '采集已经截止', text: '截止以后不能提交。请打学校的电话，或到现场办公点说明情况。' },
  INVALID_ID_NUMBER: { title: '登记里有一个身份证号不对', text: '请带户口本到派出所更正，再回来点「重新查询」。' },
  BORN_TOO_LATE: { title: '孩子年龄还不够', text: '出生日期晚于规定的最后一天，今年不能报名一年级，请等下一年度的通知。' },
  BORN_TOO_EARLY: { title: '孩子超过了规定的年龄', text: '出生日期早于规定的第一天，请打自己地段学校的电话说明情况。' },
  SIGNED_IN_NOT_GUARDIAN: { title: '户籍登记的监护人里没有您', text: '请登记的监护人用自己的昌通码登录；登记有误的，选「与实际情况不符」。' },
  OWNER_NOT_SIGNED_IN: { title: '要由产权人登录', text: '这套房产的产权人是另一位监护人，请他用自己的昌通码登录办理。' },
  NOT_FAMILY_PROPERTY: { title: '房产不是这个家庭的', text: '产权人不是学生，也不是登记的监护人。请选择其他房产，或换一种入学方式。' },
  KINSHIP_UNPROVED: { title: '亲属关系还没有核实', text: '请补充能证明（外）祖父母关系的材料，等待区县审核。' },
  BUYER_NOT_SIGNED_IN: { title: '要由买房人登录', text: '合同上的买房人不是您，或者没有这个合同编号。请买房人用自己的昌通码登录，或核对编号。' },
  NOT_RESIDENTIAL: { title: '房产用途不是「住宅」', text: '商铺、办公、车位等不能用来入学。请选择其他房产，或换一种入学方式。' },
  PROPERTY_OUTSIDE_COUNTY: { title: '房产不在这个区县', text: '要用这套房产，请修改入学区县；或者选择其他房产。' },
  ADDRESS_UNMATCHED: { title: '房产信息待匹配', text: '登记的地址对不上学区表。请到自然资源局更新房产地址；更新不了的，带派出所开的新旧地址证明到现场办公点。' },
  ADDRESS_AMBIGUOUS: { title: '房产信息待匹配', text: '登记的地址对上了不同学校的地段，要由区县人工核对。请带不动产权证到现场办公点。' },
  HOUSEHOLD_NOT_URBAN: { title: '学生不是城区户籍', text: '用户籍入学，学生本人的户籍要在城区。请换一种入学方式。' },
  FAMILY_OWNS_URBAN_HOUSING: { title: '家庭在城区有住宅', text: '有城区住宅的家庭不能用「无有效材料」，请用不动产权证。' },
  MATERIALS_NOT_APPROVED: { title: '材料还没有审核通过', text: '审核通过以后再来提交，填的都会保存。' },
  SCHOOL_CHOICE_REQUIRED: { title: '还没有选志愿学校', text: '这个地址在过渡学区，请先选一所志愿学校。' },
  SCHOOL_NOT_IN_ZONE: { title: '所选学校不在可选的范围内', text: '请从列出的学校里重新选一所。' },
  NO_CATEGORY: { title: '系统还不能判定生源类别', text: '请带材料到现场办公点，由区县人工判定。' },
} as const satisfies Record<RefusalCode, { title: string; text: string }>

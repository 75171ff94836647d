export const DEMONSTRATION_BANNER = '演示版，不作报名用：人物、地址与学区均为虚构'
/** What of the season is the notice's and what is not; the product says so wherever it shows it. */
export const DEMONSTRATION_DATA =
  '学校、电话、日期、年龄和阳湖村过渡学区按通知；道路、小区、学位数、生源类别和其他地段划分是演示数据。'

import { LONGJIN, admitted, apart, deed, household, man, refused, woman, type Family } from '../family'

/** What the record says of child and guardians, the ages' limits, and who can not sign in. */
export const RECORD_FAMILIES: readonly Family[] = [
  {
    no: 19, home: `${LONGJIN}文峰社区12号`, head: 'father',
    members: {
      father: man('谭晓峰', '1986-04-09'),
      mother: woman('向晚歌', '1988-03-23'),
      child: man('谭小舟', '2016-12-25'),
      other: woman('姬无双', '1985-05-06', apart(`${LONGJIN}码头村2组`, 'other')),
    },
    relations: [['child', 'FATHER', 'father'], ['child', 'MOTHER', 'other']],
    deeds: [{ owners: ['father', 'mother'], address: `${LONGJIN}文峰社区12号` }],
    walks: [
      {
        key: 'record-wrong-father', signsIn: 'father', child: 'child', what: '登记的母亲是别人，父亲登录',
        note: '在监护人页选「与实际情况不符」，交材料申诉', by: deed, judged: admitted('K1', 'YF'),
      },
      {
        key: 'record-wrong-mother', signsIn: 'mother', child: 'child', what: '同一家，未被登记的母亲登录',
        note: '只告知「登记的监护人里没有您」，可以申诉', stops: 'not-named',
      },
    ],
  },
  {
    no: 20, home: `${LONGJIN}教育北路58号`, head: 'father',
    members: { father: man('车远道', '1987-09-17'), mother: woman('关晴川', '1989-06-04'), child: woman('车小满', '2017-05-20', { unknown: true }) },
    relations: [],
    deeds: [{ owners: ['father'], address: `${LONGJIN}教育北路58号` }],
    walks: [{ key: 'child-not-on-record', signsIn: 'father', child: 'child', what: '查不到孩子的登记', note: '「入学登记」：交出生医学证明等材料，等待审核', stops: 'not-found' }],
  },
  {
    no: 21, home: `${LONGJIN}东门社区6号`, head: 'mother',
    members: {
      father: man('毕远行', '1985-10-10', apart('江西省南昌市进贤县民和镇岚湖村3组', 'father')),
      mother: woman('严清如', '1987-07-15'),
      child: woman('严小棠', '2016-08-19'),
    },
    deeds: [{ owners: ['mother'], address: `${LONGJIN}东门社区6号` }],
    walks: [
      {
        key: 'single-parent', signsIn: 'mother', child: 'child', what: '离异，孩子随母亲，登记里还有父亲',
        note: '可申请删除一位监护人；父亲的住址不显示', by: deed, judged: admitted('K1', 'LJ'),
      },
    ],
  },
  {
    no: 22, home: `${LONGJIN}潦河花园9栋1单元101室`, head: 'father',
    members: {
      father: man('华重山', '1984-12-18'),
      stepmother: woman('凌新雨', '1989-02-13'),
      child: man('华小岳', '2017-06-01'),
      mother: woman('喻旧梅', '1986-03-03', apart(`${LONGJIN}台山村1组`, 'mother')),
    },
    relations: [['child', 'FATHER', 'father'], ['child', 'MOTHER', 'mother'], ['child', 'GUARDIAN', 'stepmother']],
    deeds: [{ owners: ['stepmother'], address: `${LONGJIN}潦河花园9栋1单元101室` }],
    walks: [
      {
        key: 'blended-family', signsIn: 'stepmother', child: 'child', what: '再婚家庭，登记有父亲、生母和继母，房产是继母的',
        note: '可申请选定一位监护人', by: deed, judged: admitted('K1', 'YF'),
      },
    ],
  },
  {
    no: 23, home: `${LONGJIN}凤凰城1栋2单元902室`, head: 'father',
    members: {
      father: man('成双全', '1986-06-26'), mother: woman('花并蒂', '1988-09-19'),
      child: man('成大木', '2016-07-22'), child2: woman('成小林', '2016-07-22'),
    },
    deeds: [{ owners: ['father'], address: `${LONGJIN}凤凰城1栋2单元902室` }],
    walks: [
      { key: 'twin-first', signsIn: 'father', child: 'child', what: '双胞胎，先登记哥哥', note: '提交后点「添加多个学生/多胞胎」', by: deed, judged: admitted('K1', 'SX') },
      { key: 'twin-second', signsIn: 'father', child: 'child2', what: '双胞胎，再登记妹妹', by: deed, judged: admitted('K1', 'SX') },
    ],
  },
  {
    no: 24, home: `${LONGJIN}西门路8号`, head: 'father',
    members: { father: man('元日升', '1988-10-24'), mother: woman('辛如意', '1990-01-16'), child: woman('元初雪', '2016-01-01') },
    deeds: [{ owners: ['father'], address: `${LONGJIN}西门路8号` }],
    walks: [{ key: 'born-first-day', signsIn: 'father', child: 'child', what: '孩子 2016-01-01 出生：年龄范围的第一天', by: deed, judged: admitted('K1', 'YF') }],
  },
  {
    no: 25, home: `${LONGJIN}龙津大道200号`, head: 'father',
    members: { father: man('季末然', '1987-03-27'), mother: woman('终晓凉', '1989-10-08'), child: man('季小秋', '2017-08-31') },
    deeds: [{ owners: ['father'], address: `${LONGJIN}龙津大道200号` }],
    walks: [{ key: 'born-last-day', signsIn: 'father', child: 'child', what: '孩子 2017-08-31 出生：年龄范围的最后一天', by: deed, judged: admitted('K1', 'SX') }],
  },
  {
    no: 26, home: `${LONGJIN}安兴社区3号`, head: 'mother',
    members: { father: man('除旧岁', '1985-02-05'), mother: woman('迎春到', '1986-11-28'), child: man('除小夜', '2015-12-31') },
    deeds: [{ owners: ['mother'], address: `${LONGJIN}安兴社区3号` }],
    walks: [
      {
        key: 'born-day-before', signsIn: 'mother', child: 'child', what: '孩子 2015-12-31 出生：比范围早一天',
        note: '不能报名：说明差几天', by: deed, judged: refused(['BORN_TOO_EARLY'], 'K1', 'SY'),
      },
    ],
  },
  {
    no: 27, home: `${LONGJIN}解放街18号`, head: 'father',
    members: { father: man('开学谦', '1989-05-31'), mother: woman('迟一天', '1991-07-02'), child: woman('开小蕾', '2017-09-01') },
    deeds: [{ owners: ['father'], address: `${LONGJIN}解放街18号` }],
    walks: [
      {
        key: 'born-day-after', signsIn: 'father', child: 'child', what: '孩子 2017-09-01 出生：比范围晚一天',
        note: '不能报名：说明差几天', by: deed, judged: refused(['BORN_TOO_LATE'], 'K1', 'LJ'),
      },
    ],
  },
  {
    no: 32, home: `${LONGJIN}龙安社区11号`, head: 'father',
    members: { father: man('衡未证', '1986-09-02'), mother: woman('晏已明', '1988-12-29'), child: man('衡小安', '2017-02-11') },
    unverified: 'father',
    walks: [
      { key: 'unverified', signsIn: 'father', child: 'child', what: '父亲绑定了手机，没有扫脸认证', note: '登录后说明怎样认证，不能继续', stops: 'not-verified' },
      { key: 'unverified-other-parent', signsIn: 'mother', child: 'child', what: '同一家，已认证的母亲登录', by: household, judged: admitted('K6', 'SY') },
    ],
  },
  {
    no: 33, home: null, head: 'father',
    members: { father: man('远方客', '1985-04-01', { unknown: true }), child: woman('远小归', '2016-09-09', { unknown: true }) },
    relations: [],
    walks: [
      {
        key: 'other-province', signsIn: 'father', child: 'child', what: '外省来的监护人，本地登记里没有他，也没有孩子',
        note: '能登录；查不到孩子，走「入学登记」', stops: 'not-found',
      },
    ],
  },
]

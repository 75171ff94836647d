import { ANYI, LONGJIN, admitted, apart, deed, household, man, refused, woman, type Family } from '../family'

/** Title deeds: what goes through, and every way in which one does not. */
export const DEED_FAMILIES: readonly Family[] = [
  {
    no: 1, home: `${LONGJIN}文峰路12号`, head: 'father',
    members: { father: man('程远航', '1988-07-04'), mother: woman('罗雨晴', '1990-03-02'), child: woman('程一诺', '2017-05-10') },
    deeds: [{ owners: ['father'], address: `${LONGJIN}文峰路12号` }],
    walks: [{ key: 'deed-father', signsIn: 'father', child: 'child', what: '父亲的房产，全家户籍都在房产上，父亲登录', by: deed, judged: admitted('K1', 'YF') }],
  },
  {
    no: 2, home: `${LONGJIN}潦河花园3栋2单元501室`, head: 'mother',
    members: { father: man('万启明', '1986-11-19'), mother: woman('熊若兰', '1989-01-27'), child: man('万子墨', '2016-12-03') },
    deeds: [{ owners: ['mother'], address: `${LONGJIN}潦河花园3栋2单元501室` }],
    walks: [
      {
        key: 'deed-mother-father-signs-in', signsIn: 'father', child: 'child', what: '母亲的房产，却是父亲登录',
        note: '不能用：请产权人（母亲）登录', by: deed, judged: refused(['OWNER_NOT_SIGNED_IN'], 'K1', 'LJ'),
      },
      { key: 'deed-mother', signsIn: 'mother', child: 'child', what: '同一家，改由产权人母亲登录', by: deed, judged: admitted('K1', 'LJ') },
    ],
  },
  {
    no: 3, home: `${LONGJIN}教育北路36号`, head: 'father',
    members: { father: man('邓嘉禾', '1987-04-15'), mother: woman('涂思敏', '1988-09-08'), child: woman('邓念安', '2017-02-18') },
    deeds: [{ owners: ['child'], address: `${LONGJIN}教育北路36号` }],
    walks: [{ key: 'deed-student', signsIn: 'mother', child: 'child', what: '房产在学生本人名下，父母谁登录都可以', by: deed, judged: admitted('K1', 'SY') }],
  },
  {
    no: 4, home: `${LONGJIN}凤凰城6栋1单元302室`, head: 'father',
    members: {
      father: man('黎景行', '1985-06-30'),
      mother: woman('胡静姝', '1987-10-12', apart(`${LONGJIN}解放街8号`, 'mother')),
      child: man('黎书言', '2016-09-21', apart(`${LONGJIN}解放街8号`, 'mother')),
    },
    deeds: [{ owners: ['father'], address: `${LONGJIN}凤凰城6栋1单元302室` }],
    walks: [
      {
        key: 'deed-other-zone', signsIn: 'father', child: 'child', what: '房产在安义三小地段，学生和母亲的户籍在龙津小学地段',
        note: '离第一类只差学生的户籍', by: deed, judged: admitted('K3', 'SX'),
      },
      { key: 'household-other-zone', signsIn: 'mother', child: 'child', what: '同一家，改用学生的户籍', by: household, judged: admitted('K7', 'LJ') },
    ],
  },
  {
    no: 5, home: `${LONGJIN}蔚蓝国际2栋1101室`, head: 'grandfather',
    members: { grandfather: man('余守业', '1959-02-11'), father: man('余承志', '1986-08-23'), mother: woman('龚晓雯', '1988-12-05'), child: woman('余知夏', '2017-06-21') },
    deeds: [{ owners: ['father', 'mother'], address: `${LONGJIN}蔚蓝国际2栋1101室` }],
    walks: [
      {
        key: 'deed-grandfather-heads', signsIn: 'mother', child: 'child', what: '父母共有的房产，户籍都在房产上，户主是爷爷',
        note: '离第一类只差户主', by: deed, judged: admitted('K3', 'SY'),
      },
    ],
  },
  {
    no: 6, home: `${LONGJIN}向阳社区15号`, head: 'father',
    members: { father: man('闵立新', '1984-05-17'), mother: woman('付秋月', '1986-02-09'), child: man('闵亦辰', '2016-08-08') },
    walks: [
      {
        key: 'no-property', signsIn: 'father', child: 'child', what: '没有房产（显示 0 套），城区户籍',
        note: '不动产权证列表为空；可以用户籍', by: household, judged: admitted('K6', 'LJ'),
      },
    ],
  },
  {
    no: 7, home: `${LONGJIN}滨江路9号`, head: 'father',
    members: { father: man('甘长青', '1988-01-31'), mother: woman('帅文佩', '1990-07-26'), child: woman('甘语桐', '2017-01-15') },
    deeds: [{ owners: ['father'], address: `${LONGJIN}滨江路9号` }],
    walks: [
      {
        key: 'deed-unmatched', signsIn: 'father', child: 'child', what: '房产地址不在地段表里',
        note: '「房产信息待匹配」', by: deed, judged: refused(['ADDRESS_UNMATCHED'], 'K3'),
      },
    ],
  },
  {
    no: 8, home: `${LONGJIN}文峰路12号（凤凰路20号）2单元301室`, head: 'father',
    members: { father: man('江一帆', '1985-12-24'), mother: woman('钟慧敏', '1988-04-03'), child: man('江牧野', '2016-11-30') },
    deeds: [{ owners: ['father'], address: `${LONGJIN}文峰路12号（凤凰路20号）2单元301室` }],
    walks: [
      {
        key: 'deed-ambiguous', signsIn: 'father', child: 'child', what: '转角楼，两条路各有门牌，地段表两行给出不同学校',
        note: '「房产信息待匹配」', by: deed, judged: refused(['ADDRESS_AMBIGUOUS'], 'K3'),
      },
    ],
  },
  {
    no: 9, home: `${LONGJIN}朝阳社区22号`, head: 'father',
    members: { father: man('左仲文', '1986-03-18'), mother: woman('汤丽君', '1987-05-29'), child: woman('左星遥', '2017-04-04') },
    deeds: [{ owners: ['father'], address: `${LONGJIN}解放街20号一层商铺`, use: '商业' }],
    walks: [
      {
        key: 'deed-shop', signsIn: 'father', child: 'child', what: '名下只有商铺，用途不是住宅',
        note: '不能用：用途不是「住宅」；可以用户籍', by: deed, judged: refused(['NOT_RESIDENTIAL'], 'K3', 'SY'),
      },
    ],
  },
  {
    no: 10, home: `${LONGJIN}西门社区7号`, head: 'mother',
    members: { father: man('孔令川', '1983-09-14'), mother: woman('梅映雪', '1985-11-02'), child: man('孔一舟', '2016-10-19') },
    deeds: [{ owners: ['father'], address: '江西省南昌市南昌县莲塘镇澄湖北大道88号5栋602室', county: '360121', office: '南昌县' }],
    walks: [
      {
        key: 'deed-other-county', signsIn: 'father', child: 'child', what: '房产在南昌县',
        note: '不能用：先确认入学区县是否选错', by: deed, judged: refused(['PROPERTY_OUTSIDE_COUNTY'], 'K3'),
      },
    ],
  },
  {
    no: 17, home: `${LONGJIN}阳湖村5组18号`, head: 'father',
    members: { father: man('湛秋白', '1987-12-20'), mother: woman('易安然', '1989-03-15'), child: woman('湛小鱼', '2016-05-28') },
    deeds: [{ owners: ['father'], address: `${LONGJIN}阳湖村5组18号` }],
    walks: [
      {
        key: 'yanghu-deed', signsIn: 'father', child: 'child', what: '阳湖村的房产和户籍，还没有选志愿学校',
        note: '先在「阳湖村过渡学区」选一所志愿学校', by: deed, judged: refused(['SCHOOL_CHOICE_REQUIRED'], 'K1', 'YF', 'SX'),
      },
      {
        key: 'yanghu-deed-chosen', signsIn: 'father', child: 'child', what: '同一家，选了安义三小',
        by: { basis: 'TITLE_DEED', deed: 0, preferredSchool: 'SX' }, judged: admitted('K1', 'SX'),
      },
    ],
  },
  {
    no: 34, home: `${LONGJIN}阳光花园7栋1单元202室`, head: 'mother',
    members: {
      father: man('宁北辰', '1986-05-25', apart(`${LONGJIN}凤凰路30号`, 'father')),
      mother: woman('祝南星', '1988-08-18'),
      child: man('宁小川', '2016-10-06'),
    },
    deeds: [
      { owners: ['mother'], address: `${LONGJIN}阳光花园7栋1单元202室` },
      { owners: ['father'], address: `${LONGJIN}凤凰路30号` },
    ],
    walks: [
      {
        key: 'separated-mother', signsIn: 'mother', child: 'child', what: '父母分居，各有户籍和房产，孩子随母亲',
        note: '谁也看不到对方的住址', by: deed, judged: admitted('K1', 'YF'),
      },
      {
        key: 'separated-father', signsIn: 'father', child: 'child', what: '同一家，父亲用自己的房产',
        note: '两份草稿互不可见；先提交的算数', by: { basis: 'TITLE_DEED', deed: 1 }, judged: admitted('K3', 'SX'),
      },
    ],
  },
  {
    no: 35, home: `${LONGJIN}龙腾社区9号`, head: 'father',
    members: { father: man('韦承天', '1987-02-27'), mother: woman('岑木槿', '1989-11-11', { unknown: true }), child: woman('韦知意', '2017-03-30') },
    deeds: [{ owners: ['father', 'mother'], address: `${LONGJIN}龙腾社区9号` }],
    walks: [
      {
        key: 'deed-mother-other-province', signsIn: 'mother', child: 'child', what: '母亲户口在外省，本地登记只有她的号码；夫妻共有的房产',
        by: deed, judged: admitted('K1', 'SX'),
      },
    ],
  },
  {
    no: 36, home: `${ANYI}长埠镇车田村1组`, head: 'father',
    members: { father: man('桂满山', '1985-09-09'), mother: woman('米秋收', '1988-06-01'), child: man('桂小树', '2017-04-22') },
    deeds: [{ owners: ['mother'], address: `${LONGJIN}前进路18号` }],
    walks: [
      {
        key: 'deed-outside-household', signsIn: 'mother', child: 'child', what: '户籍在长埠镇，母亲在城区买了房',
        by: deed, judged: admitted('K3', 'YF'),
      },
    ],
  },
]

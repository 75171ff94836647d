import { ANYI, LONGJIN, admitted, apart, contract, grandparentDeed, household, man, refused, woman, type Family } from '../family'

/** Grandparents' deeds, contracts, registrations, and families with no valid materials. */
export const OTHER_BASIS_FAMILIES: readonly Family[] = [
  {
    no: 11, home: `${LONGJIN}东门家园2栋401室`, head: 'grandfather',
    members: { grandfather: man('鲁德厚', '1957-10-01'), father: man('鲁建章', '1985-01-20'), mother: woman('宋玉婷', '1987-08-16'), child: woman('鲁心怡', '2017-03-09') },
    relations: [['child', 'FATHER', 'father'], ['child', 'MOTHER', 'mother'], ['father', 'FATHER', 'grandfather']],
    deeds: [{ owners: ['grandfather'], address: `${LONGJIN}东门家园2栋401室` }],
    walks: [
      {
        key: 'grandparent-paternal', signsIn: 'father', child: 'child', what: '爷爷的房产，三代同住，亲属关系可以查到',
        by: grandparentDeed('grandfather'), judged: admitted('K2', 'LJ'),
      },
    ],
  },
  {
    no: 12, home: `${LONGJIN}和平社区31号`, head: 'father',
    members: {
      grandmother: woman('谌桂香', '1960-06-06', apart(`${LONGJIN}西门路45号`, 'grandmother')),
      father: man('柳思远', '1986-07-07'), mother: woman('简清秋', '1988-02-22'), child: man('柳一白', '2016-07-13'),
    },
    relations: [['child', 'FATHER', 'father'], ['child', 'MOTHER', 'mother'], ['mother', 'MOTHER', 'grandmother']],
    deeds: [{ owners: ['grandmother'], address: `${LONGJIN}西门路45号` }],
    walks: [
      {
        key: 'grandparent-maternal', signsIn: 'mother', child: 'child', what: '外婆的房产，亲属关系可以查到，户籍不在房产上',
        by: grandparentDeed('grandmother'), judged: admitted('K5', 'YF'),
      },
    ],
  },
  {
    no: 13, home: `${LONGJIN}凤凰路66号`, head: 'father',
    members: {
      grandmother: woman('艾素珍', '1958-12-12', apart(`${LONGJIN}龙津大道60号`, 'grandmother')),
      father: man('施平野', '1984-10-28'), mother: woman('冷月华', '1986-06-19'), child: woman('施若溪', '2017-07-07'),
    },
    deeds: [{ owners: ['grandmother'], address: `${LONGJIN}龙津大道60号` }],
    walks: [
      {
        key: 'grandparent-paternal-unproved', signsIn: 'father', child: 'child', what: '奶奶的房产，亲属关系查不到',
        note: '「补充（外）祖父母材料」', by: grandparentDeed('grandmother'), judged: refused(['KINSHIP_UNPROVED'], 'K5', 'LJ'),
      },
    ],
  },
  {
    no: 14, home: `${LONGJIN}京庄社区5号`, head: 'mother',
    members: {
      grandfather: man('蓝正清', '1956-04-25', apart(`${LONGJIN}阳光花园4栋203室`, 'grandfather')),
      father: man('路知行', '1985-03-11'), mother: woman('蓝芷若', '1987-01-06'), child: man('路以恒', '2016-06-18'),
    },
    deeds: [{ owners: ['grandfather'], address: `${LONGJIN}阳光花园4栋203室` }],
    walks: [
      {
        key: 'grandparent-maternal-unproved', signsIn: 'mother', child: 'child', what: '外公的房产，亲属关系查不到',
        note: '「补充（外）祖父母材料」', by: grandparentDeed('grandfather'), judged: refused(['KINSHIP_UNPROVED'], 'K5', 'SX'),
      },
    ],
  },
  {
    no: 15, home: `${ANYI}长埠镇长埠村2组`, head: 'father',
    members: { father: man('岳长歌', '1989-08-30'), mother: woman('池晚晴', '1991-05-05'), child: woman('岳清欢', '2017-08-01') },
    contracts: [{ buyers: ['father'], address: `${LONGJIN}蔚蓝国际9栋1单元802室` }],
    walks: [
      { key: 'contract', signsIn: 'father', child: 'child', what: '新房还没有产权证，父亲有备案的购房合同', by: contract, judged: admitted('K4', 'SY') },
      {
        key: 'contract-mother-signs-in', signsIn: 'mother', child: 'child', what: '同一家，合同是父亲的，母亲登录',
        note: '不能用：请买受人（父亲）登录', by: contract, judged: refused(['BUYER_NOT_SIGNED_IN'], 'K4', 'SY'),
      },
    ],
  },
  {
    no: 16, home: `${LONGJIN}阳湖村3组`, head: 'father',
    members: { father: man('阳春生', '1986-02-14'), mother: woman('舒雅琴', '1988-10-10'), child: man('阳小满', '2017-05-21') },
    walks: [
      {
        key: 'yanghu-household', signsIn: 'father', child: 'child', what: '阳湖村户籍，没有房产，还没有选志愿学校',
        note: '先在「阳湖村过渡学区」选一所志愿学校', by: household, judged: refused(['SCHOOL_CHOICE_REQUIRED'], 'K6', 'YF', 'SX'),
      },
      {
        key: 'yanghu-household-chosen', signsIn: 'father', child: 'child', what: '同一家，选了逸夫小学',
        by: { basis: 'HOUSEHOLD_REGISTRATION', of: 'child', preferredSchool: 'YF' }, judged: admitted('K6', 'YF'),
      },
    ],
  },
  {
    no: 18, home: `${ANYI}石鼻镇果田村6组`, head: 'father',
    members: { father: man('田野', '1985-07-23'), mother: woman('谷雨', '1987-04-20'), child: man('田小禾', '2016-04-12') },
    walks: [
      {
        key: 'village', signsIn: 'father', child: 'child', what: '石鼻镇农村户籍，城区没有房产',
        note: '户籍方式不开放：去户籍所在地的学校', by: household, judged: refused(['HOUSEHOLD_NOT_URBAN', 'NO_CATEGORY'], null),
      },
    ],
  },
  {
    no: 28, home: '江西省九江市永修县涂埠镇白莲村4组', head: 'father',
    members: { father: man('浦江来', '1987-06-16'), mother: woman('尤佳音', '1989-04-28'), child: woman('浦晚星', '2017-02-02') },
    walks: [
      {
        key: 'residence-permit', signsIn: 'mother', child: 'child', what: '外县户籍，母亲持居住证，租住京庄社区',
        note: '「提供材料」，区县审核通过后为第八类', by: { basis: 'NO_VALID_MATERIALS', ground: 'RESIDENCE_PERMIT', address: `${LONGJIN}京庄社区18号` },
        judged: refused(['MATERIALS_NOT_APPROVED'], 'K8', 'SY'),
      },
    ],
  },
  {
    no: 29, home: '江西省宜春市靖安县双溪镇清湖村7组', head: 'father',
    members: { father: man('尚德铺', '1984-11-07'), mother: woman('贺春来', '1986-09-30'), child: man('尚可期', '2016-06-30') },
    walks: [
      {
        key: 'business', signsIn: 'father', child: 'child', what: '外县户籍，父亲在城区开店经商',
        note: '「提供材料」，区县审核通过后为第九类', by: { basis: 'NO_VALID_MATERIALS', ground: 'BUSINESS', address: `${LONGJIN}解放街9号` },
        judged: refused(['MATERIALS_NOT_APPROVED'], 'K9', 'LJ'),
      },
    ],
  },
  {
    no: 30, home: `${ANYI}鼎湖镇湖溪村3组`, head: 'mother',
    members: { father: man('卫东篱', '1986-01-12'), mother: woman('步云裳', '1988-05-19'), child: woman('卫朝露', '2016-11-11') },
    walks: [
      {
        key: 'employment', signsIn: 'mother', child: 'child', what: '鼎湖镇户籍，母亲在城区单位务工',
        note: '「提供材料」，区县审核通过后为第九类', by: { basis: 'NO_VALID_MATERIALS', ground: 'EMPLOYMENT', address: `${LONGJIN}凤凰城3栋505室` },
        judged: refused(['MATERIALS_NOT_APPROVED'], 'K9', 'SX'),
      },
    ],
  },
  {
    no: 31, home: `${ANYI}万埠镇平源村2组`, head: 'father',
    members: { father: man('符有余', '1985-08-08'), mother: woman('安知足', '1987-12-01'), child: man('符小筑', '2017-01-29') },
    deeds: [{ owners: ['father', 'mother'], address: `${LONGJIN}文峰路105号` }],
    walks: [
      {
        key: 'urban-home-no-materials', signsIn: 'father', child: 'child', what: '城区有住房，却想用「无有效材料」',
        note: '不开放：有房产的家庭不能用', by: { basis: 'NO_VALID_MATERIALS', ground: 'BUSINESS', address: `${LONGJIN}文峰路105号` },
        judged: refused(['FAMILY_OWNS_URBAN_HOUSING', 'MATERIALS_NOT_APPROVED', 'NO_CATEGORY'], null, 'YF'),
      },
      { key: 'urban-home-deed', signsIn: 'father', child: 'child', what: '同一家，改用不动产权证', by: { basis: 'TITLE_DEED', deed: 0 }, judged: admitted('K3', 'YF') },
    ],
  },
]

/**
 * The demonstration's families, one for each situation of the notice. Nobody here lives: the ID numbers that
 * `generate.ts` makes of this carry an area code that was never assigned. Change a family here, then run
 * `node_modules/.bin/tsx prisma/demo/generate.ts`; the ID numbers hang on `no` and on the order within the family.
 */
export type Member = {
  name: string
  born: string
  sex: '男' | '女'
  /** registered apart from the family's home */
  household?: { number: 2 | 3; address: string | null; head: string }
  /** in no register */
  unknown?: true
}

export type Walk = {
  key: string
  signsIn: string
  child: string
  what: string
  /** what `determine` gives for the walk's choice, then, after ；, what a reader should know */
  expect: string
}

export type Family = {
  no: number
  home: string | null
  head: string
  members: Readonly<Record<string, Member>>
  /** person, relation, relative; without it father and mother of every child */
  relations?: readonly (readonly [person: string, relation: 'FATHER' | 'MOTHER' | 'GUARDIAN', relative: string])[]
  deeds?: readonly { owners: readonly string[]; address: string; use?: string; county?: string; office?: string }[]
  contracts?: readonly { buyers: readonly string[]; address: string }[]
  unverified?: string
  walks: readonly Walk[]
}

const ANYI = '江西省南昌市安义县'
const LONGJIN = `${ANYI}龙津镇`
const man = (name: string, born: string, more: Partial<Member> = {}): Member => ({ name, born, sex: '男', ...more })
const woman = (name: string, born: string, more: Partial<Member> = {}): Member => ({ name, born, sex: '女', ...more })

export const FAMILIES: readonly Family[] = [
  {
    no: 1, home: `${LONGJIN}文峰路12号`, head: 'father',
    members: { father: man('程远航', '1988-07-04'), mother: woman('罗雨晴', '1990-03-02'), child: woman('程一诺', '2017-05-10') },
    deeds: [{ owners: ['father'], address: `${LONGJIN}文峰路12号` }],
    walks: [{ key: 'deed-father', signsIn: 'father', child: 'child', what: '父亲的房产，全家户籍都在房产上，父亲登录', expect: 'K1 · 逸夫小学' }],
  },
  {
    no: 2, home: `${LONGJIN}潦河花园3栋2单元501室`, head: 'mother',
    members: { father: man('万启明', '1986-11-19'), mother: woman('熊若兰', '1989-01-27'), child: man('万子墨', '2016-12-03') },
    deeds: [{ owners: ['mother'], address: `${LONGJIN}潦河花园3栋2单元501室` }],
    walks: [
      { key: 'deed-mother-father-signs-in', signsIn: 'father', child: 'child', what: '母亲的房产，却是父亲登录', expect: 'OWNER_NOT_SIGNED_IN；请产权人母亲登录' },
      { key: 'deed-mother', signsIn: 'mother', child: 'child', what: '同一家，改由产权人母亲登录', expect: 'K1 · 龙津小学' },
    ],
  },
  {
    no: 3, home: `${LONGJIN}教育北路36号`, head: 'father',
    members: { father: man('邓嘉禾', '1987-04-15'), mother: woman('涂思敏', '1988-09-08'), child: woman('邓念安', '2017-02-18') },
    deeds: [{ owners: ['child'], address: `${LONGJIN}教育北路36号` }],
    walks: [{ key: 'deed-student', signsIn: 'mother', child: 'child', what: '房产在学生本人名下，父母谁登录都可以', expect: 'K1 · 实验学校' }],
  },
  {
    no: 4, home: `${LONGJIN}凤凰城6栋1单元302室`, head: 'father',
    members: {
      father: man('黎景行', '1985-06-30'),
      mother: woman('胡静姝', '1987-10-12', { household: { number: 2, address: `${LONGJIN}解放街8号`, head: 'mother' } }),
      child: man('黎书言', '2016-09-21', { household: { number: 2, address: `${LONGJIN}解放街8号`, head: 'mother' } }),
    },
    deeds: [{ owners: ['father'], address: `${LONGJIN}凤凰城6栋1单元302室` }],
    walks: [{ key: 'deed-other-zone', signsIn: 'father', child: 'child', what: '房产在安义三小地段，学生和母亲的户籍在龙津小学地段', expect: 'K3 · 安义三小；离 K1 只差学生户籍' }],
  },
  {
    no: 5, home: `${LONGJIN}蔚蓝国际2栋1101室`, head: 'grandfather',
    members: { grandfather: man('余守业', '1959-02-11'), father: man('余承志', '1986-08-23'), mother: woman('龚晓雯', '1988-12-05'), child: woman('余知夏', '2017-06-21') },
    deeds: [{ owners: ['father', 'mother'], address: `${LONGJIN}蔚蓝国际2栋1101室` }],
    walks: [{ key: 'deed-grandfather-heads', signsIn: 'mother', child: 'child', what: '父母共有的房产，户籍都在房产上，户主是爷爷', expect: 'K3 · 实验学校；离 K1 只差户主' }],
  },
  {
    no: 6, home: `${LONGJIN}向阳社区15号`, head: 'father',
    members: { father: man('闵立新', '1984-05-17'), mother: woman('付秋月', '1986-02-09'), child: man('闵亦辰', '2016-08-08') },
    walks: [{ key: 'no-property', signsIn: 'father', child: 'child', what: '没有房产（显示 0 套）；城区户籍', expect: 'K6 · 龙津小学；不动产权证列表为空，可用户籍' }],
  },
  {
    no: 7, home: `${LONGJIN}滨江路9号`, head: 'father',
    members: { father: man('甘长青', '1988-01-31'), mother: woman('帅文佩', '1990-07-26'), child: woman('甘语桐', '2017-01-15') },
    deeds: [{ owners: ['father'], address: `${LONGJIN}滨江路9号` }],
    walks: [{ key: 'deed-unmatched', signsIn: 'father', child: 'child', what: '房产地址不在地段表里', expect: 'ADDRESS_UNMATCHED；「房产信息待匹配」' }],
  },
  {
    no: 8, home: `${LONGJIN}文峰路12号（凤凰路20号）2单元301室`, head: 'father',
    members: { father: man('江一帆', '1985-12-24'), mother: woman('钟慧敏', '1988-04-03'), child: man('江牧野', '2016-11-30') },
    deeds: [{ owners: ['father'], address: `${LONGJIN}文峰路12号（凤凰路20号）2单元301室` }],
    walks: [{ key: 'deed-ambiguous', signsIn: 'father', child: 'child', what: '转角楼，两条路各有门牌，地段表两行给出不同学校', expect: 'ADDRESS_AMBIGUOUS；「房产信息待匹配」' }],
  },
  {
    no: 9, home: `${LONGJIN}朝阳社区22号`, head: 'father',
    members: { father: man('左仲文', '1986-03-18'), mother: woman('汤丽君', '1987-05-29'), child: woman('左星遥', '2017-04-04') },
    deeds: [{ owners: ['father'], address: `${LONGJIN}解放街20号一层商铺`, use: '商业' }],
    walks: [{ key: 'deed-shop', signsIn: 'father', child: 'child', what: '名下只有商铺，用途不是住宅', expect: 'NOT_RESIDENTIAL；可用户籍' }],
  },
  {
    no: 10, home: `${LONGJIN}西门社区7号`, head: 'mother',
    members: { father: man('孔令川', '1983-09-14'), mother: woman('梅映雪', '1985-11-02'), child: man('孔一舟', '2016-10-19') },
    deeds: [{ owners: ['father'], address: '江西省南昌市南昌县莲塘镇澄湖北大道88号5栋602室', county: '360121', office: '南昌县' }],
    walks: [{ key: 'deed-other-county', signsIn: 'father', child: 'child', what: '房产在南昌县', expect: 'PROPERTY_OUTSIDE_COUNTY；先确认入学区县是否选错' }],
  },
  {
    no: 11, home: `${LONGJIN}东门家园2栋401室`, head: 'grandfather',
    members: { grandfather: man('鲁德厚', '1957-10-01'), father: man('鲁建章', '1985-01-20'), mother: woman('宋玉婷', '1987-08-16'), child: woman('鲁心怡', '2017-03-09') },
    relations: [['child', 'FATHER', 'father'], ['child', 'MOTHER', 'mother'], ['father', 'FATHER', 'grandfather']],
    deeds: [{ owners: ['grandfather'], address: `${LONGJIN}东门家园2栋401室` }],
    walks: [{ key: 'grandparent-paternal', signsIn: 'father', child: 'child', what: '爷爷的房产，三代同住，亲属关系可以查到', expect: 'K2 · 龙津小学' }],
  },
  {
    no: 12, home: `${LONGJIN}和平社区31号`, head: 'father',
    members: {
      grandmother: woman('谌桂香', '1960-06-06', { household: { number: 2, address: `${LONGJIN}西门路45号`, head: 'grandmother' } }),
      father: man('柳思远', '1986-07-07'), mother: woman('简清秋', '1988-02-22'), child: man('柳一白', '2016-07-13'),
    },
    relations: [['child', 'FATHER', 'father'], ['child', 'MOTHER', 'mother'], ['mother', 'MOTHER', 'grandmother']],
    deeds: [{ owners: ['grandmother'], address: `${LONGJIN}西门路45号` }],
    walks: [{ key: 'grandparent-maternal', signsIn: 'mother', child: 'child', what: '外婆的房产，亲属关系可以查到，户籍不在房产上', expect: 'K5 · 逸夫小学' }],
  },
  {
    no: 13, home: `${LONGJIN}凤凰路66号`, head: 'father',
    members: {
      grandmother: woman('艾素珍', '1958-12-12', { household: { number: 2, address: `${LONGJIN}龙津大道60号`, head: 'grandmother' } }),
      father: man('施平野', '1984-10-28'), mother: woman('冷月华', '1986-06-19'), child: woman('施若溪', '2017-07-07'),
    },
    deeds: [{ owners: ['grandmother'], address: `${LONGJIN}龙津大道60号` }],
    walks: [{ key: 'grandparent-paternal-unproved', signsIn: 'father', child: 'child', what: '奶奶的房产，亲属关系查不到', expect: 'KINSHIP_UNPROVED；「补充（外）祖父母材料」' }],
  },
  {
    no: 14, home: `${LONGJIN}京庄社区5号`, head: 'mother',
    members: {
      grandfather: man('蓝正清', '1956-04-25', { household: { number: 2, address: `${LONGJIN}阳光花园4栋203室`, head: 'grandfather' } }),
      father: man('路知行', '1985-03-11'), mother: woman('蓝芷若', '1987-01-06'), child: man('路以恒', '2016-06-18'),
    },
    deeds: [{ owners: ['grandfather'], address: `${LONGJIN}阳光花园4栋203室` }],
    walks: [{ key: 'grandparent-maternal-unproved', signsIn: 'mother', child: 'child', what: '外公的房产，亲属关系查不到', expect: 'KINSHIP_UNPROVED；「补充（外）祖父母材料」' }],
  },
  {
    no: 15, home: `${ANYI}长埠镇长埠村2组`, head: 'father',
    members: { father: man('岳长歌', '1989-08-30'), mother: woman('池晚晴', '1991-05-05'), child: woman('岳清欢', '2017-08-01') },
    contracts: [{ buyers: ['father'], address: `${LONGJIN}蔚蓝国际9栋1单元802室` }],
    walks: [{ key: 'contract', signsIn: 'father', child: 'child', what: '新房还没有产权证，父亲有备案的购房合同', expect: 'K4 · 实验学校' }],
  },
  {
    no: 16, home: `${LONGJIN}阳湖村3组`, head: 'father',
    members: { father: man('阳春生', '1986-02-14'), mother: woman('舒雅琴', '1988-10-10'), child: man('阳小满', '2017-05-21') },
    walks: [{ key: 'yanghu-household', signsIn: 'father', child: 'child', what: '阳湖村户籍，没有房产：选择志愿学校', expect: 'SCHOOL_CHOICE_REQUIRED；选逸夫小学或安义三小后为 K6' }],
  },
  {
    no: 17, home: `${LONGJIN}阳湖村5组18号`, head: 'father',
    members: { father: man('湛秋白', '1987-12-20'), mother: woman('易安然', '1989-03-15'), child: woman('湛小鱼', '2016-05-28') },
    deeds: [{ owners: ['father'], address: `${LONGJIN}阳湖村5组18号` }],
    walks: [{ key: 'yanghu-deed', signsIn: 'father', child: 'child', what: '阳湖村的房产和户籍：选择志愿学校', expect: 'SCHOOL_CHOICE_REQUIRED；选逸夫小学或安义三小后为 K1' }],
  },
  {
    no: 18, home: `${ANYI}石鼻镇果田村6组`, head: 'father',
    members: { father: man('田野', '1985-07-23'), mother: woman('谷雨', '1987-04-20'), child: man('田小禾', '2016-04-12') },
    walks: [{ key: 'village', signsIn: 'father', child: 'child', what: '石鼻镇农村户籍，城区没有房产', expect: 'HOUSEHOLD_NOT_URBAN, NO_CATEGORY；户籍方式不开放，去户籍所在地学校' }],
  },
]

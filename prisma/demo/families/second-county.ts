import { MINHE, admitted, apart, contract, deed, household, man, woman, type Family } from '../family'

/** Families of 进贤县, whose season runs beside 安义县's: other schools, rows and categories, and staff of its own (R-52). */
export const SECOND_COUNTY_FAMILIES: readonly Family[] = [
  {
    no: 41, county: '360124', home: `${MINHE}青岚大道36号`, head: 'father',
    members: { father: man('符远山', '1987-02-11'), mother: woman('乐知秋', '1989-07-23'), child: woman('符小禾', '2016-11-05') },
    deeds: [{ owners: ['father'], address: `${MINHE}青岚大道36号`, county: '360124', office: '进贤县' }],
    walks: [{ key: 'jinxian-deed', signsIn: 'father', child: 'child', what: '进贤县：父亲的房产，户籍都在房产上', by: deed, judged: admitted('J1', 'QL') }],
  },
  {
    no: 42, county: '360124', home: `${MINHE}青岚大道120号`, head: 'mother',
    members: { father: man('路长庚', '1986-05-19'), mother: woman('盛晚晴', '1988-10-02'), child: man('路知行', '2017-04-16', apart('江西省南昌市进贤县文港镇前塘村6号', 'child')) },
    deeds: [{ owners: ['mother'], address: `${MINHE}岚湖春天8栋2单元1102室`, county: '360124', office: '进贤县' }],
    walks: [{ key: 'jinxian-deed-outside', signsIn: 'mother', child: 'child', what: '进贤县：母亲的房产，学生户籍在乡镇', by: deed, judged: admitted('J2', 'LH') }],
  },
  {
    no: 43, county: '360124', home: `${MINHE}云桥村15号`, head: 'father',
    members: { father: man('桂承安', '1985-12-30'), mother: woman('阮小满', '1990-06-18'), child: man('桂一川', '2016-08-27') },
    walks: [{ key: 'jinxian-household', signsIn: 'mother', child: 'child', what: '进贤县：没有房产，城区户籍', by: household, judged: admitted('J4', 'ZL') }],
  },
  {
    no: 44, county: '360124', home: `${MINHE}钟岚路9号`, head: 'father',
    members: { father: man('谷南乔', '1988-03-07'), mother: woman('向晚舟', '1989-09-14'), child: woman('谷雨时', '2017-01-22') },
    contracts: [{ buyers: ['father'], address: `${MINHE}军山湖花园3栋1单元602室` }],
    walks: [{ key: 'jinxian-contract', signsIn: 'father', child: 'child', what: '进贤县：新房还没有产权证，父亲有备案的购房合同', by: contract, judged: admitted('J2', 'QL') }],
  },
]

import { GROUND_NAMES } from '@/lib/domain/grounds'
import type { SEASON_COLUMNS, SeasonTable } from '@/lib/domain/season-draft'
import { BASIS_SHORT } from '../bases'
import { CASE_TITLES } from './queue'

type ColumnWords = { name: string; /** how a cell is filled, with an example where one helps */ help: string }

/** What officers call the columns of a season's tables, and how each is filled. */
export const COLUMN_WORDS: { readonly [Table in SeasonTable]: Readonly<Record<(typeof SEASON_COLUMNS)[Table][number], ColumnWords>> } = {
  schools: {
    code: { name: '代码', help: '学校的短代码，学区表里用它。例如 LJ。' },
    name: { name: '名称', help: '家长看到的校名。' },
    phones: { name: '咨询电话', help: '几个电话用 | 分开。' },
    capacity: { name: '学位数', help: '今年招几人，整数；没定可以空着。' },
    address: { name: '地址', help: '学校地址，可以空着。' },
  },
  catchment: {
    row: { name: '行号', help: '不重复，例如 LJ-01。家长和学校看到的就是它。' },
    schools: { name: '学校', help: '归哪所学校；共用学区写几所，家长自己选。' },
    zone: { name: '学区名', help: '几所学校共用的学区叫什么，例如东片学区；只归一所时可以空着。' },
    kind: { name: '类型', help: '这一行说的是小区、道路、村、社区还是整个乡镇。越具体的越先用。' },
    town: { name: '乡镇', help: '这个地名在哪个乡镇；全县只有一处时可以空着。' },
    place: { name: '地名', help: '小区名、路名、村名、社区名或乡镇名。' },
    aliases: { name: '别名', help: '同一个地方的其他叫法，用 | 分开。' },
    parity: { name: '单双号', help: '只用于道路：单号一侧、双号一侧，或全部。' },
    numbers: { name: '门牌号', help: '只用于道路：1-99、18、20-（20 号起）、-20（到 20 号），用逗号分开；空着是整条路。' },
    except: { name: '除外', help: '只用于道路：门牌号里不算的，写法相同。' },
    buildings: { name: '栋', help: '只用于小区：1-6、8 或 odd、even，用逗号分开；空着是整个小区。' },
    groups: { name: '组', help: '只用于村：1-4、6，用逗号分开；空着是整个村。' },
    applies: { name: '用于', help: '这一行管哪种地址：房产、户籍、两样都要在这里，或不论哪种。' },
    note: { name: '备注', help: '给同事看的，家长看不到。' },
  },
  categories: {
    row: { name: '行号', help: '不重复，例如 K1。从上往下看，第一行符合的就是。' },
    category: { name: '类别', help: '第几类，录取按它的先后。几行可以是同一类。' },
    label: { name: '名称', help: '家长看到的，例如：第一类：房户一致。' },
    basis: { name: '方式', help: '凭什么登记；一个也不选是不论。' },
    ground: { name: '依据', help: '只用于无有效材料；一个也不选是不论。' },
    student_household: { name: '学生户籍', help: '学生户籍在哪里；一个也不选是不论。' },
    guardian_household: { name: '监护人户籍', help: '监护人户籍在哪里；一个也不选是不论。' },
    household_head: { name: '户主', help: '学生户口本上的户主是谁；一个也不选是不论。' },
    family_owns_urban_housing: { name: '城区有住宅', help: '监护人和学生在城区有没有住宅；一个也不选是不论。' },
  },
  materials: {
    kind: { name: '申诉', help: '哪一种申诉要它。' },
    ground: { name: '依据', help: '只用于无有效材料：经商、务工还是居住证。' },
    document: { name: '材料代码', help: '短代码，例如 household-book；同一种申诉里不重复。' },
    label: { name: '名称', help: '家长看到的，例如：户口本（学生页）。' },
    min: { name: '至少几份', help: '正整数。' },
    per: { name: '按谁算', help: '共几份、每位监护人几份，还是学生的几份。' },
    note: { name: '说明', help: '给家长的一句话，可以空着。' },
  },
  reasons: {
    kind: { name: '申诉', help: '只用于哪一种申诉；空着是每一种都能用。' },
    code: { name: '理由代码', help: '短代码，例如 blurred。' },
    label: { name: '名称', help: '审核员看到的。' },
    words: { name: '给家长的话', help: '不通过或者退回修改时发给家长的原话：哪里不对，怎么改。' },
  },
}

export function columnWords(table: SeasonTable, column: string): ColumnWords | null {
  const words: Readonly<Record<string, ColumnWords>> = COLUMN_WORDS[table]
  return Object.hasOwn(words, column) ? (words[column] ?? null) : null
}

/** The closed vocabularies in an officer's words; a word that is in none of them stands as it was written. */
const VALUE_WORDS: Readonly<Record<string, string>> = {
  ...CASE_TITLES, ...GROUND_NAMES, ...BASIS_SHORT,
  NO_VALID_MATERIALS: '无有效材料',
  estate: '小区', road: '道路', village: '村', community: '社区', town: '乡镇',
  all: '全部', odd: '单号', even: '双号',
  any: '不论', property: '房产', household: '户籍', both: '房产和户籍',
  once: '共', guardian: '监护人', student: '学生',
  'in-catchment': '在学区', urban: '在城区', outside: '不在城区',
  grandparent: '（外）祖父母', other: '其他人', yes: '有', no: '没有',
  '-': '不论',
}

export function valueWord(value: string): string {
  return Object.hasOwn(VALUE_WORDS, value) ? (VALUE_WORDS[value] ?? value) : value
}

/** Columns whose cells are words of a closed vocabulary: shown in an officer's words. */
export function cellWords(value: string): string {
  return value.split('|').map((word) => valueWord(word.trim())).join('、')
}

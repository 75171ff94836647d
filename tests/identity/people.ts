import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { passingFolder } from '../support/passing-folder'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A number that checks, of the area code that nobody has. */
function numbered(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return `${first17}${'10X98765432'[sum % 11] ?? ''}`
}

export const FATHER = { name: '钟立夏', idNumber: numbered('36019919880704001') }
/** the number ends in X, so that it can be typed in other ways */
export const MOTHER = { name: '阿依古丽·买买提', idNumber: endingInX('360199199003020') }
export const UNVERIFIED = { name: '许未央', idNumber: numbered('36019919910105003') }
/** known to 昌通码, in no register of this city */
export const FROM_AFAR = { name: '高山远', idNumber: numbered('33019919850916005') }
export const STRANGER = { name: '何人', idNumber: numbered('36019919700101007') }

function endingInX(first15: string): string {
  for (let order = 10; order < 99; order += 1) {
    const number = numbered(`${first15}${order}`)
    if (number.endsWith('X')) return number
  }
  throw new Error('no number of this day ends in X')
}

const PEOPLE_HEADER = 'id_number,name,household_number,household_address,head_id_number,registered_on'
const ACCOUNTS_HEADER = 'id_number,name,phone,verification_level,note'

/** The two tables as the demonstration has them, in a folder of their own. */
export async function writePeople(): Promise<{ people: string; accounts: string }> {
  const folder = passingFolder()
  const person = ({ name, idNumber }: { name: string; idNumber: string }) => `${idNumber},${name},H1,江西省南昌市安义县龙津镇文峰路1号,${FATHER.idNumber},2015-03-01`
  const people = await write(folder, 'people.csv', [PEOPLE_HEADER, person(FATHER), person(MOTHER), person(UNVERIFIED)])
  const accounts = await write(folder, 'accounts.csv', [
    ACCOUNTS_HEADER,
    `${UNVERIFIED.idNumber},${UNVERIFIED.name},13800000003,phone,还没有扫脸`,
    `${FROM_AFAR.idNumber},${FROM_AFAR.name},13800000004,face,外省户籍`,
  ])
  return { people, accounts }
}

export async function write(folder: string, name: string, lines: readonly string[]): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, `${lines.join('\n')}\n`)
  return file
}

/** A mobile phone’s number as it is read out, 138 7916 8060; any other as it is written. */
export function groupPhone(phone: string): string {
  return /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}` : phone
}

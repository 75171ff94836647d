/** Which addresses are the staff's side of the house; by itself, because the page of errors asks too and is part of every page. */
export function isStaffPath(path: string): boolean {
  return /^\/(?:console|school|staff)(?:\/|$)/.test(path)
}

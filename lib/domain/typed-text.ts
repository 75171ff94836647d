/**
 * What was typed or pasted, without what nobody sees: chats paste marks of no width into a number, and marks that turn the
 * direction of writing round make an officer read a name or a sentence otherwise than it is stored. Line breaks stay.
 */
export function withoutHidden(typed: string): string {
  return typed.replace(/(?![\n\r\t])[\p{Cc}\p{Cf}]/gu, '')
}

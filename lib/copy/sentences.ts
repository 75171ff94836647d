/** An officer's sentence, ended where it was not. */
export function closed(sentence: string): string {
  return /[。！？；.!?]$/.test(sentence) ? sentence : `${sentence}。`
}

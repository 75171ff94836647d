import type { Readable, Writable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

/**
 * Lines of a stream, without their LF or CRLF and without a byte order mark. Only LF ends a line, because the other
 * separators of Unicode may stand inside JSON. Memory holds one chunk and one line.
 */
export async function* linesOf(input: Readable): AsyncGenerator<string[]> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let isFirst = true
  for await (const chunk of input) {
    const text = decoder.write(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)))
    const pieces = text.split('\n')
    pieces[0] = rest + (pieces[0] ?? '')
    rest = pieces.pop() ?? ''
    if (pieces.length === 0) continue
    if (isFirst) pieces[0] = withoutMark(pieces[0] ?? '')
    isFirst = false
    yield pieces.map(withoutReturn)
  }
  rest += decoder.end()
  if (isFirst) rest = withoutMark(rest)
  if (rest !== '') yield [withoutReturn(rest)]
}

/**
 * Answers a stream line by line, in order and in constant memory: as much is read as the reader of the output takes.
 * @param answer what to print for a line, or null for nothing
 */
export async function answerLines(input: Readable, output: Writable, answer: (line: string, number: number) => string | null): Promise<void> {
  let number = 0
  for await (const lines of linesOf(input)) {
    let block = ''
    for (const line of lines) {
      number += 1
      const answered = answer(line, number)
      if (answered !== null) block += `${answered}\n`
    }
    if (block !== '' && !output.write(block)) await new Promise<void>((drained) => output.once('drain', drained))
  }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

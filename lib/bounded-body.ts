/** The text of an answer from outside. @returns null once it is longer than `largest` bytes @throws when it breaks off or is no UTF-8 */
export async function readBounded(body: ReadableStream<Uint8Array>, largest: number): Promise<string | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > largest) return null // leaving the loop cancels the rest
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

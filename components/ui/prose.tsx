/**
 * A county's text as it is kept: `#` and `##` headings, `-` lists, paragraphs. Anything else is plain text: what a county
 * uploads must never become markup of ours.
 */
export function Prose({ text }: { text: string }) {
  const blocks = text.replaceAll('\r\n', '\n').split(/\n{2,}/).map((block) => block.trim()).filter(Boolean)
  return <div className="section">{blocks.map((block, index) => <Block key={index} text={block} />)}</div>
}

function Block({ text }: { text: string }) {
  const heading = /^#{1,6}\s+(.*)$/.exec(text)
  if (heading) return <h2 className="text-lg">{heading[1]}</h2>
  const lines = text.split('\n')
  const [first = '', ...rest] = lines
  const headed = /^#{1,6}\s+(.*)$/.exec(first)
  if (headed) return <><h2 className="text-lg">{headed[1]}</h2><Block text={rest.join('\n').trim()} /></>
  if (lines.every((line) => /^\s*[-*]\s/.test(line))) {
    return <ul className="list-disc pl-[1.2em]">{lines.map((line, index) => <li key={index}>{line.replace(/^\s*[-*]\s+/, '')}</li>)}</ul>
  }
  return <p>{lines.join('')}</p>
}

import { Fragment, type ReactNode } from "react";
import { splitPhrases } from "./split-phrases";

/** About a line of a small phone: what is longer fills its lines like any text. */
const LINE = 18;
/** What is shorter fits into a line of 大字版 too. */
const SHORT = 11;

/** What may be wider than its line wraps inside, and there by the rules of punctuation: else a comma would begin the next one. */
function Phrase({ text }: { text: string }) {
  if (text.length <= SHORT) return text;
  return <span className={text.length > LINE ? "break-normal" : "inline-block max-w-full break-normal align-top"}>{text}</span>;
}

/** Chinese set in phrases: a line may end between them, and inside one only when nothing else fits. */
export function Phrases({ text }: { text: string }) {
  return (
    <span className="break-keep">
      {splitPhrases(text).map((phrase, index) => <Fragment key={index}>{index > 0 && <wbr />}<Phrase text={phrase} /></Fragment>)}
    </span>
  );
}

/** ID numbers, phones, dates and clock times never break. */
export function Nowrap({ children }: { children: ReactNode }) {
  return <span className="whitespace-nowrap">{children}</span>;
}

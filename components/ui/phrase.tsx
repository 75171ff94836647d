import { Fragment, type ReactNode } from "react";
import { splitPhrases } from "./split-phrases";

/** About a line of a list on a small phone: what is longer must wrap inside, and there by the rules of punctuation. */
const LINE = 14;
/** The same in 大字版. */
const ELDER_LINE = 11;

function Phrase({ text }: { text: string }) {
  if (text.length <= ELDER_LINE) return text;
  return <span className={text.length > LINE ? "break-normal" : "elder:break-normal"}>{text}</span>;
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

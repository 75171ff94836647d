import { Fragment, type ReactNode } from "react";
import { splitPhrases } from "./split-phrases";

/** About a line of a small phone: what is longer must wrap inside, and there by the rules of punctuation. */
const LINE = 18;

/** Chinese set in phrases: a line may end between them, and inside one only when nothing else fits. */
export function Phrases({ text }: { text: string }) {
  return (
    <span className="break-keep">
      {splitPhrases(text).map((phrase, index) => <Fragment key={index}>{index > 0 && <wbr />}{phrase.length > LINE ? <span className="break-normal">{phrase}</span> : phrase}</Fragment>)}
    </span>
  );
}

/** ID numbers, phones, dates and clock times never break. */
export function Nowrap({ children }: { children: ReactNode }) {
  return <span className="whitespace-nowrap">{children}</span>;
}

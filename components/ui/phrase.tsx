import type { ReactNode } from "react";
import { splitPhrases } from "./split-phrases";

/** Chinese set in phrases: a line may end between them and not inside. */
export function Phrases({ text }: { text: string }) {
  return splitPhrases(text).map((phrase, index) => (
    // an inline block that opens with a bracket would lose the bracket's half-width in mid-line
    <span key={index} className={/^[（「《]/.test(phrase) ? "sm:whitespace-nowrap" : "phrase"}>{phrase}</span>
  ));
}

/** ID numbers, phones, dates and clock times never break. */
export function Nowrap({ children }: { children: ReactNode }) {
  return <span className="whitespace-nowrap">{children}</span>;
}

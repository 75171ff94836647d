import { AllKeys } from "./all-keys";

export type KeyHint = { keys: readonly string[]; what: string };

/** The keyboard's words along the foot: always visible. Where a page has more of them than fit, all stand behind the last. */
export function KeyHints({ hints, all }: { hints: readonly KeyHint[]; all?: readonly KeyHint[] }) {
  return (
    <footer className="keys" aria-label="键盘快捷键">
      {hints.map(({ keys, what }) => (
        <span key={what}>{keys.map((key) => <kbd key={key}>{key}</kbd>)}{what}</span>
      ))}
      {all && <AllKeys hints={all} />}
    </footer>
  );
}

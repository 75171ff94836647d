export type KeyHint = { keys: readonly string[]; what: string };

/** The keyboard's words along the foot: always visible, never hidden behind a question mark. */
export function KeyHints({ hints }: { hints: readonly KeyHint[] }) {
  return (
    <footer className="keys" aria-label="键盘快捷键">
      {hints.map(({ keys, what }) => (
        <span key={what}>{keys.map((key) => <kbd key={key}>{key}</kbd>)}{what}</span>
      ))}
    </footer>
  );
}

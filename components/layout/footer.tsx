/** The names of authorities are the season's data; without them there is no footer to show. */
export function Footer({ text, source }: { text?: string; source?: string }) {
  if (!text && !source) return null;
  return (
    <footer className="foot border-t border-line">
      <p className="foot-in px-gutter pt-5 pb-10 text-xs text-ink-faint">{text}{source}</p>
    </footer>
  );
}

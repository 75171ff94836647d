import { Phrases } from "../ui/phrase";

/** Stays on paper too: a demonstration must not pass for the real thing. */
export function DemonstrationBanner({ text = "演示数据：人物、地址与学区均为虚构" }: { text?: string }) {
  return (
    <aside className="sample bg-sunken px-gutter py-1.5 text-center text-xs text-balance text-ink-soft" aria-label="演示说明">
      <Phrases text={text} />
    </aside>
  );
}

import type { ReactNode } from "react";
import { Icon } from "./icon";

export type StepsProps = { current: number; total: number; name: string };

/** The words carry the meaning; the ticks are for the eye only. */
export function Steps({ current, total, name }: StepsProps) {
  return (
    <div className="steps text-sm text-ink-soft">
      第 {current} 步，共 {total} 步　<b className="phrase text-ink">{name}</b>
      <div className="steps-bar" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          <i key={index} className={index + 1 < current ? "is-done" : index + 1 === current ? "is-now" : undefined} />
        ))}
      </div>
    </div>
  );
}

export function BackLink({ href, hotKey, children = "返回上一步" }: { href: string; /** on a page with keys */ hotKey?: string; children?: ReactNode }) {
  return (
    <a className="back -my-3 -ml-1 inline-flex min-h-target items-center gap-1 pr-3 text-sm no-underline hover:underline" href={href} data-key={hotKey}>
      <Icon name="chevron-left" />
      {children}
    </a>
  );
}

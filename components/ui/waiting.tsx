import type { ReactNode } from "react";

type SkeletonProps = {
  /** for screen readers: 正在查询房产 */
  label?: string;
  /** what happens next, once it takes long */
  next?: ReactNode;
};

/** Lines on paper after 300 ms, the sentence after 3 s; both by delay alone, so both come without JavaScript. */
export function Skeleton({ label = "正在查询", next = "还在查。填好的都已保存，可以先离开，回来接着办。" }: SkeletonProps) {
  return (
    <div aria-busy="true">
      <p className="sr-only">{label}</p>
      <div className="after-300ms rounded-md border border-dashed border-line-strong p-4" aria-hidden="true">
        <i className="block h-[1em] w-[62%] rounded-sm bg-sunken" />
        <i className="mt-3 block h-[1em] w-[88%] rounded-sm bg-sunken" />
      </div>
      <p className="after-3s mt-stack text-sm text-ink-soft">{next}</p>
    </div>
  );
}

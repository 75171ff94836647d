import type { ReactNode } from "react";

const edges = { neutral: "", info: "border-action", ok: "border-ok", seal: "border-seal" };

type NoticeProps = {
  /** `seal` only for deadlines and for what cannot be undone */
  kind?: keyof typeof edges;
  title?: ReactNode;
  children?: ReactNode;
};

/** A rule at the left, no box. Under a title the text is an explanation; alone it is the message. */
export function Notice({ kind = "neutral", title, children }: NoticeProps) {
  return (
    <div className={`notice ${edges[kind]}`}>
      {title && <p className="font-bold">{title}</p>}
      {children && <div className={title ? "text-sm text-ink-soft" : undefined}>{children}</div>}
    </div>
  );
}

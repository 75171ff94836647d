import type { ReactNode } from "react";

/** What stands on a button: with a drawing before it, and a small second line. */
export function Words({ small, icon, children }: { small?: ReactNode; icon?: ReactNode; children: ReactNode }) {
  if (!small) return <>{icon}<span>{children}</span></>;
  return (
    <>
      {icon}
      <span className="block py-0.5">
        {children}
        <small className="block text-xs leading-normal font-normal">{small}</small>
      </span>
    </>
  );
}

/** Three dots that blink in place of a spinner; they say nothing to a screen reader. */
export function Dots() {
  return <span className="dots" aria-hidden="true"><i /><i /><i /></span>;
}

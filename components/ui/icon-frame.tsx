import type { ReactNode } from "react";

/** Drawn in a 20 px box with a 1.75 stroke. An icon never speaks alone: it is hidden from screen readers. */
export function IconFrame({ className, children }: { className?: string; children: ReactNode }) {
  return <svg className={className ? `icon ${className}` : "icon"} viewBox="0 0 20 20" aria-hidden="true" focusable="false">{children}</svg>;
}

/** Those that a browser's own parts draw: each by itself, so that no form brings all of them (S5). */
export function ErrorIcon({ className }: { className?: string }) {
  return <IconFrame className={className}><path d="M10 3 2.5 16.5h15L10 3Z" /><path d="M10 8.5v3.5M10 14.2v.1" /></IconFrame>;
}

export function ClosedIcon() {
  return <IconFrame><path d="M5.5 14.5 14.5 5.5" /><circle cx="10" cy="10" r="7" /></IconFrame>;
}

export function LockIcon() {
  return <IconFrame><rect x="4.5" y="9" width="11" height="8" rx="1.5" /><path d="M7 9V6.5a3 3 0 0 1 6 0V9" /></IconFrame>;
}

export function CameraIcon() {
  return <IconFrame><path d="M3 6.5h3L7.5 4h5L14 6.5h3v9.5H3Z" /><circle cx="10" cy="11" r="3" /></IconFrame>;
}

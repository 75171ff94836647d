import type { ReactNode } from "react";

/** Drawn in a 20 px box with a 1.75 stroke. An icon never speaks alone: it is hidden from screen readers. */
const drawings = {
  phone: <path d="M5 3.5h3l1.5 4L7.6 9a10 10 0 0 0 4.4 4.4l1.5-1.9 4 1.5v3a1.5 1.5 0 0 1-1.6 1.5A13 13 0 0 1 3.5 5.1 1.5 1.5 0 0 1 5 3.5Z" />,
  lock: <><rect x="4.5" y="9" width="11" height="8" rx="1.5" /><path d="M7 9V6.5a3 3 0 0 1 6 0V9" /></>,
  print: <path d="M6 8V3.5h8V8M6 14H3.5V8h13v6H14M6 12h8v5H6Z" />,
  "chevron-left": <path d="m12 5-5 5 5 5" />,
  "chevron-right": <path d="m8 5 5 5-5 5" />,
  closed: <><path d="M5.5 14.5 14.5 5.5" /><circle cx="10" cy="10" r="7" /></>,
  check: <path d="m4.5 10.5 3.5 3.5 7.5-8" />,
  now: <><circle cx="10" cy="10" r="7" /><circle cx="10" cy="10" r="3" fill="currentColor" stroke="none" /></>,
  error: <><path d="M10 3 2.5 16.5h15L10 3Z" /><path d="M10 8.5v3.5M10 14.2v.1" /></>,
  download: <path d="M10 3.5v9M6 9l4 4 4-4M3.5 16.5h13" />,
  plus: <path d="M10 4v12M4 10h12" />,
  camera: <><path d="M3 6.5h3L7.5 4h5L14 6.5h3v9.5H3Z" /><circle cx="10" cy="11" r="3" /></>,
  search: <><circle cx="9" cy="9" r="5.5" /><path d="m13.5 13.5 3.5 3.5" /></>,
  eye: <><path d="M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5Z" /><circle cx="10" cy="10" r="2.2" /></>,
  "zoom-out": <><circle cx="9" cy="9" r="5.5" /><path d="m13.5 13.5 3.5 3.5M6.8 9h4.4" /></>,
  "zoom-in": <><circle cx="9" cy="9" r="5.5" /><path d="m13.5 13.5 3.5 3.5M9 6.8v4.4M6.8 9h4.4" /></>,
  "rotate-left": <path d="M4.5 8A6 6 0 1 1 4 11.5M4 4v4h4" />,
  "full-screen": <path d="M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4" />,
  retry: <path d="M15.5 8A6 6 0 1 0 16 11.5M16 4v4h-4" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={className ? `icon ${className}` : "icon"} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  );
}

import type { ReactNode } from "react";
import { IconFrame } from "./icon-frame";

const drawings = {
  phone: <path d="M5 3.5h3l1.5 4L7.6 9a10 10 0 0 0 4.4 4.4l1.5-1.9 4 1.5v3a1.5 1.5 0 0 1-1.6 1.5A13 13 0 0 1 3.5 5.1 1.5 1.5 0 0 1 5 3.5Z" />,
  print: <path d="M6 8V3.5h8V8M6 14H3.5V8h13v6H14M6 12h8v5H6Z" />,
  "chevron-left": <path d="m12 5-5 5 5 5" />,
  "chevron-right": <path d="m8 5 5 5-5 5" />,
  check: <path d="m4.5 10.5 3.5 3.5 7.5-8" />,
  now: <><circle cx="10" cy="10" r="7" /><circle cx="10" cy="10" r="3" fill="currentColor" stroke="none" /></>,
  download: <path d="M10 3.5v9M6 9l4 4 4-4M3.5 16.5h13" />,
  plus: <path d="M10 4v12M4 10h12" />,
  search: <><circle cx="9" cy="9" r="5.5" /><path d="m13.5 13.5 3.5 3.5" /></>,
  eye: <><path d="M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5Z" /><circle cx="10" cy="10" r="2.2" /></>,
  "zoom-out": <><circle cx="9" cy="9" r="5.5" /><path d="m13.5 13.5 3.5 3.5M6.8 9h4.4" /></>,
  "zoom-in": <><circle cx="9" cy="9" r="5.5" /><path d="m13.5 13.5 3.5 3.5M9 6.8v4.4M6.8 9h4.4" /></>,
  "rotate-left": <path d="M4.5 8A6 6 0 1 1 4 11.5M4 4v4h4" />,
  "full-screen": <path d="M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4" />,
  retry: <path d="M15.5 8A6 6 0 1 0 16 11.5M16 4v4h-4" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** One of the icons that pages draw. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return <IconFrame className={className}>{drawings[name]}</IconFrame>;
}

"use client";

import { useEffect } from "react";

const mark = "需要改正：";

/** Moves the focus to what has just appeared, and says so in the page's title. Draws nothing. */
export function FocusOnAppear({ targetId, signature }: { targetId: string; signature: string }) {
  useEffect(() => {
    document.getElementById(targetId)?.focus();
    if (!document.title.startsWith(mark)) document.title = mark + document.title;
    return () => {
      if (document.title.startsWith(mark)) document.title = document.title.slice(mark.length);
    };
  }, [targetId, signature]);
  return null;
}

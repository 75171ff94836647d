"use client";

import { useEffect, useState, type ReactNode } from "react";

/** Shows something until its time is over, and from then on what takes its place: a page that stays open shows no longer than one that is loaded again. */
export function ForAWhile({ leftMs, shown, after }: { leftMs: number; shown: ReactNode; after: ReactNode }) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const endsAt = Date.now() + leftMs;
    const look = () => {
      if (Date.now() >= endsAt) setOver(true);
    };
    const end = setTimeout(() => setOver(true), leftMs);
    // While a machine sleeps or a page lies in the browser's memory no timer runs.
    document.addEventListener("visibilitychange", look);
    window.addEventListener("pageshow", look);
    return () => {
      clearTimeout(end);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("pageshow", look);
    };
  }, [leftMs]);
  return isOver ? after : shown;
}

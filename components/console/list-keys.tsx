"use client";

import { useEffect } from "react";

const typing = "input, select, textarea, [contenteditable]";

/** The link of the row before or after the one in focus; without one, of the row that is open, and else the first. */
function move(by: 1 | -1) {
  const links = [...document.querySelectorAll("[data-rows] tbody tr")].map((row) => row.querySelector("a")).filter((link) => link !== null);
  const focused = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
  const from = focused >= 0 ? focused : links.findIndex((link) => link.getAttribute("aria-current") === "true");
  links[Math.min(links.length - 1, Math.max(0, from + by))]?.focus();
}

/** What a key is the name of: within the row in focus, else anywhere but in a row. */
function named(key: string): HTMLElement | null {
  const selector = `[data-key="${CSS.escape(key)}"]`;
  const ofRow = document.activeElement?.closest("[data-rows] tr")?.querySelector<HTMLElement>(selector);
  return ofRow ?? [...document.querySelectorAll<HTMLElement>(selector)].find((one) => !one.closest("[data-rows]")) ?? null;
}

function press(event: KeyboardEvent) {
  // Of an input method's keys none is the page's: Esc puts its candidates away.
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const inField = event.target instanceof Element && event.target.matches(typing);
  const key = event.key.toLowerCase();
  if (inField && key === "escape" && event.target instanceof HTMLElement) return event.target.blur();
  if (inField) return;
  if (key === "j") return move(1);
  if (key === "k") return move(-1);
  const wanted = event.repeat ? null : named(key);
  if (!wanted) return;
  event.preventDefault();
  if (!wanted.matches(typing)) return wanted.click();
  wanted.focus();
  // The next caller's name is typed over the last one's.
  if (wanted instanceof HTMLInputElement && wanted.type === "search") wanted.select();
}

/** A search that was sent is looked at next: the keys are the list's again. */
function leaveField() {
  if (document.activeElement instanceof HTMLElement && document.activeElement.matches(typing)) document.activeElement.blur();
}

/** J and K go through the rows of `data-rows`, Enter follows the link in focus; `data-key` names the key of anything else, in a row of that row's. */
export function ListKeys() {
  useEffect(() => {
    document.addEventListener("keydown", press);
    document.addEventListener("submit", leaveField);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("submit", leaveField);
    };
  }, []);
  return null;
}

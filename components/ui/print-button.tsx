"use client";

import { Button } from "./button";
import type { ButtonVariant } from "./button-style";

/** Saving as a picture or a file is the phone's own print dialog. Hidden where there is no JavaScript to open it. */
export function PrintButton({ variant, hotKey, children }: { variant?: ButtonVariant; hotKey?: string; children: string }) {
  return (
    <form className="js-only no-print" onSubmit={(event) => { event.preventDefault(); window.print(); }}>
      <Button variant={variant} icon="print" hotKey={hotKey}>{children}</Button>
    </form>
  );
}

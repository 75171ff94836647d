"use client";

import { Button } from "./button";

/** Saving as a picture or a file is the phone's own print dialog. Hidden where there is no JavaScript to open it. */
export function PrintButton({ hotKey, children }: { hotKey?: string; children: string }) {
  return (
    <form className="js-only no-print" onSubmit={(event) => { event.preventDefault(); window.print(); }}>
      <Button icon="print" hotKey={hotKey}>{children}</Button>
    </form>
  );
}

"use client";

import { useId, useRef } from "react";

/** The question mark: every key of the page, above it. */
export function AllKeys({ hints }: { hints: readonly { keys: readonly string[]; what: string }[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  return (
    <>
      <button className="tool" type="button" data-key="?" onClick={() => dialog.current?.showModal()}><kbd>?</kbd>全部快捷键</button>
      <dialog ref={dialog} className="m-auto w-80 max-w-full border border-line rounded-md bg-paper p-gutter text-ink shadow-float" aria-labelledby={title}>
        <h2 id={title} className="text-lg">全部快捷键</h2>
        <dl className="facts my-3 border-t border-line">
          {hints.map(({ keys, what }) => (
            <div key={what}>
              <dt className="flex gap-1.5">{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog"><button className="tool text-action" type="submit">关闭<kbd>Esc</kbd></button></form>
      </dialog>
    </>
  );
}

"use client";

import { useId, useMemo, useSyncExternalStore, type MouseEvent, type ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { buttonStyle, type FormAction } from "./button-style";
import { LockIcon } from "./icon-frame";
import { Cut, useCut, Waiting } from "./submit-button";
import { Words } from "./words";

type SubmitLockProps = {
  /** what the server still holds; it has the last word */
  secondsLeft: number;
  total: number;
  name?: string;
  value?: string;
  formAction?: FormAction;
  waitingText?: string;
  children: ReactNode;
};

/** The reading time: the button's words never change, one tick a second fills, and at 0 it turns to the seal. */
export function SubmitLock({ secondsLeft, total, name, value, formAction, waitingText = "正在提交", children }: SubmitLockProps) {
  const noteId = useId();
  const { pending } = useFormStatus();
  const left = useSecondsLeft(secondsLeft);
  const [cut, keepWhereCut] = useCut();
  // null until the page is alive: without JavaScript the button must work, and the server holds the line
  const locked = left !== null && left > 0;
  const shown = left ?? secondsLeft;

  function hold(event: MouseEvent) {
    if (locked || pending) event.preventDefault();
    else keepWhereCut(event);
  }

  return (
    <div className="lock">
      <div className="lock-ticks js-only" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => <i key={index} className={index < total - shown ? "on" : undefined} />)}
      </div>
      <button
        className={buttonStyle(pending ? "waiting" : locked ? "disabled" : "seal")}
        type="submit"
        name={name}
        value={value}
        formAction={formAction}
        aria-disabled={locked || pending || undefined}
        aria-describedby={noteId}
        onClick={hold}
      >
        {pending
          ? <Waiting text={waitingText}><Words>{children}</Words></Waiting>
          : <Words icon={locked ? <LockIcon /> : undefined}>{children}</Words>}
      </button>
      {cut && <Cut />}
      {/* without JavaScript nothing counts here, so the line says what the server does */}
      <p id={noteId} className="text-center text-sm text-ink-soft">
        {shown > 0 ? <span className="js-only" role="timer">请先看完，还有 <b className="num">{shown}</b> 秒可以提交</span> : "提交之后不能修改"}
        {secondsLeft > 0 && <noscript>请先看完。打开本页满 {total} 秒以后，提交才会被接受</noscript>}
      </p>
      {/* said at the start and at 0 only; the seconds between are for the eye */}
      <p className="sr-only" role="status">{left === null ? "" : pending ? waitingText : locked ? `请先看完，${secondsLeft} 秒后可以提交` : "现在可以提交"}</p>
    </div>
  );
}

/** Counts from the moment when the page came alive, never by the phone's clock. */
function useSecondsLeft(seconds: number): number | null {
  const countdown = useMemo(() => startCountdown(seconds), [seconds]);
  return useSyncExternalStore<number | null>(countdown.subscribe, countdown.left, () => null);
}

function startCountdown(seconds: number) {
  let startedAt: number | null = null;
  function left(): number {
    if (startedAt === null) return seconds;
    return Math.max(0, Math.ceil(seconds - (performance.now() - startedAt) / 1000));
  }
  function subscribe(notify: () => void): () => void {
    startedAt ??= performance.now();
    const timer = setInterval(() => {
      notify();
      if (left() === 0) clearInterval(timer);
    }, 200);
    return () => clearInterval(timer);
  }
  return { left, subscribe };
}

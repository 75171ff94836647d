import { useId, type ReactNode } from "react";
import { Source, SummaryList } from "./summary";

type ReceiptProps = { number: string; stamp?: string; note?: ReactNode; children: ReactNode };

/** A document, so white. It prints on one page. */
export function Receipt({ number, stamp = "登记收讫", note = "请拍照或保存", children }: ReceiptProps) {
  const id = useId();
  const half = Math.ceil(stamp.length / 2);
  return (
    <section className="receipt rounded-md border border-line bg-surface p-5 [&_dl>:last-child]:border-b-0 [&_dl>:last-child]:pb-0 max-[340px]:p-4 max-[340px]:[&_dl>div]:grid-cols-1 max-[340px]:[&_dl>div]:gap-0" aria-labelledby={id}>
      <div className="flex items-start justify-between gap-3 pb-3.5 elder:flex-wrap">
        <div>
          <h2 id={id} className="text-sm font-normal text-ink-soft">回执编号</h2>
          <p className="num text-lg font-bold min-[380px]:whitespace-nowrap">{number}</p>
          <Source>{note}</Source>
        </div>
        <span className="stamp grid size-16 flex-none place-items-center rounded-sm border-[2.5px] border-seal pl-[0.06em] text-center text-[1.25rem] leading-[1.2] font-bold tracking-[0.06em] text-seal elder:size-19 elder:text-[1.5rem]" role="img" aria-label={stamp}>
          <span aria-hidden="true">{stamp.slice(0, half)}<br />{stamp.slice(half)}</span>
        </span>
      </div>
      <SummaryList>{children}</SummaryList>
    </section>
  );
}

import { useId } from "react";
import { MASKED_NAMES } from "@/lib/copy/staff/reveals";
import type { Masked } from "@/lib/domain/reveals";
import { Button } from "../ui/button";
import { ForAWhile } from "./for-a-while";

type Props = {
  value: Masked;
  applicationId: string;
  /** the query of the list from which this was opened, or beside which it stands: the way back to it is kept */
  list?: string;
  /** whose number it is, for those who do not see the page: 学生 */
  whose: string;
  /** the page's own action; none where this officer may not have it shown */
  reveal?: (form: FormData) => void | Promise<void>;
};

/** A number that staff see masked. Showing it takes a reason, typed each time; five minutes later it is masked again (P4). */
export function MaskedValue(props: Props) {
  const { full, leftMs } = props.value;
  if (!full) return <Covered {...props} />;
  // Of each showing anew: what the page says after the next one is a new time.
  return <ForAWhile key={leftMs} leftMs={leftMs} shown={<span className="num">{full}<small className="text-ink-soft">　5 分钟内可见</small></span>} after={<Covered {...props} />} />;
}

function Covered({ value: { field, kind, masked }, applicationId, list, whose, reveal }: Props) {
  if (!reveal) return <span className="num">{masked}</span>;
  return (
    <span className="masked">
      <span className="num">{masked}</span>
      <details>
        <summary aria-label={`显示${whose}的${MASKED_NAMES[kind]}`}>显示</summary>
        <RevealForm field={field} applicationId={applicationId} list={list} reveal={reveal} />
      </details>
    </span>
  );
}

/** The small question: why. */
export function RevealForm({ field, applicationId, list, reveal }: { field: string } & Pick<Props, "list"> & Required<Pick<Props, "applicationId" | "reveal">>) {
  // Of the place, not of the value: a page may have one number in several places.
  const id = useId();
  return (
    <form action={reveal}>
      <input type="hidden" name="applicationId" value={applicationId} />
      <input type="hidden" name="field" value={field} />
      {list && <input type="hidden" name="list" value={list} />}
      <label className="field-label" htmlFor={id}>为什么要看，会留下记录</label>
      <input className="input" id={id} name="reason" minLength={4} maxLength={200} required autoComplete="off" />
      <Button variant="secondary">显示 5 分钟</Button>
    </form>
  );
}

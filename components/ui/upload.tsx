import { useId, type ReactNode } from "react";
import { FieldError } from "./field";
import { CameraIcon } from "./icon-frame";

type BundleProps = {
  /** of the address that leads back to it */
  anchor?: string;
  title: ReactNode;
  have: number;
  need: number;
  hint?: ReactNode;
  /** what was missing at the last press */
  error?: ReactNode;
  /** tiles, each an `<li>` */
  children: ReactNode;
};

/** One kind of document with its files. */
export function Bundle({ anchor, title, have, need, hint, error, children }: BundleProps) {
  const id = useId();
  const full = have >= need;
  return (
    <section id={anchor} tabIndex={-1} className={`bundle pt-4 [&>*+*]:mt-2.5 ${error ? "field--error" : "border-t border-line"}`} aria-labelledby={id}>
      <div className="flex items-baseline justify-between gap-3">
        <h2 id={id} className="text-base font-bold">{title}</h2>
        <span className={`num text-sm whitespace-nowrap ${full ? "font-bold text-ok" : "text-ink-soft"}`}>已传 {have > need ? `${have} 份` : `${have} / ${need}`}</span>
      </div>
      {hint && <p className="text-sm text-ink-soft">{hint}</p>}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <ul className="choices" role="list">{children}</ul>
    </section>
  );
}

type UploadTileProps = {
  name: ReactNode;
  /** 已保存，正在上传 62%，网络断了，照片还在手机里 */
  state: ReactNode;
  failed?: boolean;
  /** while it is being sent */
  percent?: number;
  thumb?: ReactNode;
  /** the word for what one can do: 删除, 取消, 重试; `tileAction` is its style */
  action?: ReactNode;
  /** below, over the whole width: what else can be said of the file */
  children?: ReactNode;
};

export const tileAction =
  "inline-flex min-h-target min-w-target items-center justify-center gap-1.5 rounded-md px-2.5 text-sm whitespace-nowrap text-action hover:underline elder:justify-start elder:px-0";

export function UploadTile({ name, state, failed, percent, thumb, action, children }: UploadTileProps) {
  const edge = failed ? "border-2 border-error py-2 pr-[5px] pl-2" : "border border-line py-[9px] pr-1.5 pl-[9px]";
  return (
    <li className={`grid min-h-19 grid-cols-[56px_1fr_auto] items-center gap-x-3 rounded-md bg-surface elder:grid-cols-[56px_1fr] elder:pb-0 ${edge}`}>
      <span className="block size-14 overflow-hidden rounded-sm bg-sunken">{thumb}</span>
      <div className="min-w-0">
        <p className="text-sm font-bold">{name}</p>
        <p className={`num text-xs ${failed ? "text-error" : "text-ink-soft"}`}>{state}</p>
        {percent !== undefined && <Progress percent={percent} />}
      </div>
      <div className="elder:col-start-2">{action}</div>
      {children && <div className="col-span-full">{children}</div>}
    </li>
  );
}

function Progress({ percent }: { percent: number }) {
  return <progress className="progress" aria-label="上传进度" value={percent} max={100} />;
}

/** The dashed tile that takes one more file. Put a file input or a button inside a label of this style. */
export const tileAdd =
  "flex min-h-15 w-full flex-wrap items-center justify-center gap-3 rounded-md border-[1.5px] border-dashed border-action bg-surface p-[9px] font-bold text-action hover:bg-action-tint " +
  "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus";

export function AddWords({ children = "拍照或从相册选" }: { children?: ReactNode }) {
  return <><CameraIcon />{children}</>;
}

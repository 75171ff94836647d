import type { ReactNode } from "react";
import { ErrorSummary, type FieldProblem } from "../ui/error-summary";
import { BackLink, Steps, type StepsProps } from "../ui/steps";

type PageProps = {
  title: ReactNode;
  lead?: ReactNode;
  /** where 返回上一步 leads */
  back?: string;
  steps?: StepsProps;
  errors?: readonly FieldProblem[];
  /** the five bases side by side */
  wide?: boolean;
  children?: ReactNode;
};

/** One question a page: the way back, where one is, what to mend, the question. */
export function Page({ title, lead, back, steps, errors = [], wide, children }: PageProps) {
  return (
    <main id="main" className={wide ? "page page--wide" : "page"}>
      {back && <BackLink href={back} />}
      {steps && <Steps {...steps} />}
      <ErrorSummary errors={errors} />
      <div className="title">
        <h1>{title}</h1>
        {lead && <p className="text-ink-soft">{lead}</p>}
      </div>
      {children}
    </main>
  );
}

import { useId } from "react";
import { More } from "../ui/disclosure";
import { PhoneList } from "../ui/phones";
import { Phrases } from "../ui/phrase";

export type HelpSchool = { code: string; name: string; phones: readonly string[] };

type HelpProps = {
  schools: readonly HelpSchool[];
  /** the school of the family's catchment, once it is known */
  firstCode?: string | null;
  lead?: string;
  /** of which county, where several stand on a page */
  county?: string;
  /** on a refusal every number is on show */
  open?: boolean;
  desk: string;
  hours: string;
};

const counts = ["", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];

/** Whom to ask, in order: the catchment's school, the other schools, the bureau's desk. */
export function Help({ schools, firstCode, lead = "先打电话或到自己地段的学校现场咨询。", county, open, desk, hours }: HelpProps) {
  const id = useId();
  const first = schools.filter((school) => school.code === firstCode);
  const others = schools.filter((school) => school.code !== firstCode);
  return (
    <section className="help border-t-2 border-ink pt-4 [&>*+*]:mt-2" aria-labelledby={id}>
      <h2 id={id} className="text-lg">需要帮助{county && `（${county}）`}</h2>
      <p className="text-sm text-ink-soft">{lead}</p>
      {open && <PhoneList schools={[...first, ...others]} />}
      {!open && first.length > 0 && <PhoneList schools={first} />}
      {!open && others.length > 0 && (
        <More summary={first.length > 0 ? "其他学校的电话" : `${counts[others.length] ?? others.length}所学校的咨询电话`}>
          <PhoneList schools={others} />
        </More>
      )}
      <p className="text-sm"><b>仍未解决，</b><Phrases text={`${hours}到${desk}。`} /></p>
    </section>
  );
}

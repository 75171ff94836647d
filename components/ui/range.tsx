type BirthdayRangeProps = {
  /** dates as 2016-01-01, or already in words */
  from: string;
  to: string;
  birthday: string;
  side: "early" | "late";
  /** how much the limit was missed by: 3 天 */
  by: string;
};

/** The allowed birthdays and the child's: to scale only in order, so the ticks say nothing that the words do not. */
export function BirthdayRange({ from, to, birthday, side, by }: BirthdayRangeProps) {
  const [first, last, born] = [inWords(from), inWords(to), inWords(birthday)];
  const missed = side === "late" ? `比最晚的日期晚${bare(by)}` : `比最早的日期早${bare(by)}`;
  return (
    <figure className={side === "early" ? "range range--early" : "range"} role="img" aria-label={`可以报名的出生日期从${first}到${last}，孩子出生于${born}，${missed}`}>
      <p className="range-who num" aria-hidden="true"><span>可以报名</span><b>孩子 {born}</b></p>
      <div className="range-bar" aria-hidden="true"><i /></div>
      <p className="range-ends num" aria-hidden="true"><span>{first}</span><span>{last}</span></p>
    </figure>
  );
}

function bare(by: string): string {
  return by.replace(/^[早晚]/, "").trim();
}

function inWords(date: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  return found ? `${found[1]}年${Number(found[2])}月${Number(found[3])}日` : date;
}

import { daysBetween, monthDayTime, shanghaiDay } from "./shanghai";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type SeasonCountdownProps = {
  /** the server's clock, in milliseconds */
  now: number;
  opensAt: number;
  /** the first instant that is too late */
  closesAt: number;
  heading?: "h2" | "p";
};

/** Server-rendered: the phone's clock has no say. */
export function SeasonCountdown({ now, opensAt, closesAt, heading: Heading = "h2" }: SeasonCountdownProps) {
  const lastMoment = closesAt - 1;
  const title = now < opensAt ? "距采集开始还有" : now < closesAt ? "距采集截止还有" : "采集已经截止";
  return (
    <div className="season">
      <Heading className="text-base font-bold">{title}</Heading>
      {now < closesAt && <Left milliseconds={(now < opensAt ? opensAt : closesAt) - now} />}
      <Ruler now={now} opensAt={opensAt} lastMoment={lastMoment} />
      <p className="flex flex-wrap justify-between gap-x-3 pt-1 text-sm text-ink-soft">
        <span className="num whitespace-nowrap">{monthDayTime(opensAt)} 开始</span>
        <span className="num text-right whitespace-nowrap">{monthDayTime(lastMoment)} 截止</span>
      </p>
    </div>
  );
}

/** Whole units that are really left: nobody is told more time than there is. */
function Left({ milliseconds }: { milliseconds: number }) {
  const days = Math.floor(milliseconds / day);
  const hours = Math.floor((milliseconds % day) / hour);
  const minutes = Math.floor((milliseconds % hour) / minute);
  if (days + hours > 0) return <p className="season-left">{days > 0 && <><b>{days}</b>天</>}<b>{hours}</b>小时</p>;
  if (minutes > 0) return <p className="season-left"><b>{minutes}</b>分钟</p>;
  return <p className="season-left">不到一分钟</p>;
}

function Ruler({ now, opensAt, lastMoment }: { now: number; opensAt: number; lastMoment: number }) {
  const total = daysBetween(opensAt, lastMoment) + 1;
  const today = daysBetween(opensAt, now);
  const days = Array.from({ length: total }, (_, index) => {
    const classes = [index === 0 && "is-first", index < today && "is-past", index === today && "is-today", index === total - 1 && "is-last"];
    return { label: shanghaiDay(opensAt + index * day).day, classes: classes.filter(Boolean).join(" ") };
  });
  return (
    <ol className={total > 14 ? "ruler ruler--long" : "ruler"} aria-hidden="true">
      {days.map(({ label, classes }, index) => <li key={index} className={classes || undefined}>{label}</li>)}
    </ol>
  );
}

/** The short form for a line of text: 8天14小时. */
export function timeLeft(now: number, closesAt: number): string {
  const left = Math.max(0, closesAt - now);
  const days = Math.floor(left / day);
  const hours = Math.floor((left % day) / hour);
  if (days > 0) return `${days}天${hours}小时`;
  if (hours > 0) return `${hours}小时`;
  const minutes = Math.floor(left / minute);
  return minutes > 0 ? `${minutes}分钟` : "不到一分钟";
}


import { Button } from "../ui/button";
import { agentName } from "@/lib/copy/staff/accounts";
import { dayAndTime } from "@/lib/copy/time";

type Session = { id: string; address: string; agent: string; createdAt: number; lastSeenAt: number };

type Props = {
  sessions: readonly Session[];
  /** the one that this page is seen in */
  own: string;
  end: (form: FormData) => Promise<void>;
};

/** Where an account is signed in now, each with its end. */
export function SessionTable({ sessions, own, end }: Props) {
  return (
    <div className="scroll">
      <table className="table">
        <thead><tr><th scope="col">设备</th><th scope="col">地址</th><th scope="col">登录时间</th><th scope="col">最近使用</th><th scope="col"><span className="sr-only">办理</span></th></tr></thead>
        <tbody>
          {sessions.map(({ id, address, agent, createdAt, lastSeenAt }) => (
            <tr key={id} className={id === own ? "is-current" : undefined}>
              <td title={agent}>{agentName(agent)}</td>
              <td>{address}</td>
              <td>{dayAndTime(createdAt)}</td>
              <td>{dayAndTime(lastSeenAt)}</td>
              <td className="end">
                {id === own ? "本机" : <form action={end}><input type="hidden" name="sessionId" value={id} /><Button variant="quiet">结束</Button></form>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { Icon } from "./icon";
import { groupPhone } from "@/lib/copy/phone";

export type SchoolPhones = { name: string; phones: readonly string[] };

/** Every number is a row one can press. */
export function PhoneList({ schools }: { schools: readonly SchoolPhones[] }) {
  return (
    <ul className="phones border-t border-line" role="list">
      {schools.map(({ name, phones }) => (
        <li key={name} className="grid grid-cols-[5.5em_1fr] border-b border-line elder:grid-cols-1">
          <span className="phones-name pt-[calc((var(--spacing-row)-1.65em)/2)] font-bold elder:pt-3.5">{name}</span>
          <div>
            {phones.map((phone) => (
              <a key={phone} className="call num flex min-h-row items-center justify-end gap-2.5 border-line tracking-[0.01em] whitespace-nowrap no-underline not-first:border-t hover:underline elder:justify-start elder:text-lg" href={`tel:${phone.replace(/[^\d+]/g, "")}`}>
                <Icon name="phone" className="size-5 elder:size-6.5" />
                {groupPhone(phone)}
              </a>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

import type { EmailFault } from "#app/identity/email-list.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** What is wrong in a pasted list of addresses, line by line. */
export function EmailFaults({ title, faults }: { title: string; faults: EmailFault[] }) {
  const t = useT();
  return (
    <Notice kind="danger" title={title} isStatus>
      <ul className="list-disc ps-5">
        {faults.map(({ line, text, key }, index) => (
          <li key={index}>{text ? t("account.emailFault", { line, text, problem: t(key) }) : t(key)}</li>
        ))}
      </ul>
    </Notice>
  );
}

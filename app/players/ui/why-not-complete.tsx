import { useT } from "#app/platform/i18n.tsx";

/** "Why is this not complete?", in sentences; nothing when it is. */
export function WhyNotComplete({ reasons }: { reasons: string[] }) {
  const t = useT();
  if (reasons.length === 0) return null;
  return (
    <section className="measure stack">
      <h2>{t("player.whyTitle")}</h2>
      <ul className="list-disc ps-5">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </section>
  );
}

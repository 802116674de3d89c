import { useT } from "#app/platform/i18n.tsx";

const commands = [
  { system: "Windows (PowerShell)", command: "Get-FileHash -Algorithm SHA256 FILE" },
  { system: "Windows (cmd)", command: "certutil -hashfile FILE SHA256" },
  { system: "macOS", command: "shasum -a 256 FILE" },
  { system: "Linux", command: "sha256sum FILE" },
];

/** How to get a hash with what every computer already has. */
export function ChecksumCommands() {
  const t = useT();
  return (
    <div className="stack">
      <p>{t("evidence.commandsLead")}</p>
      <dl className="grid gap-3">
        {commands.map(({ system, command }) => (
          <div key={system}>
            <dt className="font-semibold">{system}</dt>
            <dd>
              <code className="wrap-anywhere">{command.replace("FILE", `"${t("evidence.fileName")}"`)}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p>{t("evidence.commandsAfter")}</p>
    </div>
  );
}

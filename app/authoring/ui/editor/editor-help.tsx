import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";

const shortcuts: [keys: string, label: MessageKey][] = [
  ["Alt+F10", "editor.keyToolbar"],
  ["Escape", "editor.keyBack"],
  ["Ctrl+Alt+Enter", "editor.keyInsert"],
  ["Ctrl+B · Ctrl+I · Ctrl+K", "editor.keyMarks"],
  ["Ctrl+Alt+T · Ctrl+Alt+C", "editor.keyTerm"],
  ["Ctrl+Alt+2 · Ctrl+Alt+3", "editor.keyHeadings"],
  ["Ctrl+Shift+8 · Ctrl+Shift+7", "editor.keyLists"],
  ["Ctrl+] · Ctrl+[", "editor.keyIndent"],
  ["## · - · 1. · >", "editor.keyTyping"],
  ["Enter", "editor.keyEnter"],
  ["Shift+Enter", "editor.keyBreak"],
  ["Ctrl+Enter", "editor.keyBelow"],
  ["Alt+↑ · Alt+↓", "editor.keyMove"],
  ["Ctrl+Shift+⌫", "editor.keyDelete"],
  ["Ctrl+Z · Ctrl+Y", "editor.keyUndo"],
];

export function EditorHelp() {
  const t = useT();
  return (
    <Disclosure summary={t("editor.help")}>
      <p>{t("editor.helpLead")}</p>
      <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
        {shortcuts.map(([keys, label]) => (
          <div key={label} className="contents">
            <dt className="font-semibold">{keys}</dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

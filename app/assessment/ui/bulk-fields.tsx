import type { FormErrors } from "#app/platform/form-fields.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { HintAndError } from "#app/ui/field.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

type Choices = { categories: string[]; tags: string[]; targets: { id: string; title: string }[] };

/** What can be done to the ticked questions of a list at once. */
export function BulkFields({
  found,
  choices,
  typed,
  errors,
}: {
  found: number;
  choices: Choices;
  typed: Record<string, string>;
  errors: FormErrors | null;
}) {
  const t = useT();
  return (
    <Disclosure summary={<span id="question">{t("bank.bulk")}</span>} isOpen={errors !== null}>
      <div className="measure grid gap-5">
        <HintAndError name="question" error={errors?.question} />
        <Checkbox
          name="everything"
          label={t("bank.bulkEverything", { count: found })}
          hint={t("bank.bulkEverythingHint")}
        />
        <Row>
          <TextField
            name="category"
            label={t("bank.category")}
            list="categories"
            autoComplete="off"
            defaultValue={typed.category}
            error={errors?.category}
          />
          <Suggestions id="categories" values={choices.categories} />
          <Button variant="secondary" name="intent" value="move">
            {t("bank.bulkMove")}
          </Button>
        </Row>
        <Row>
          <TextField
            name="tag"
            label={t("bank.tag")}
            list="tags"
            autoComplete="off"
            defaultValue={typed.tag}
            error={errors?.tag}
          />
          <Suggestions id="tags" values={choices.tags} />
          <Button variant="secondary" name="intent" value="tag">
            {t("bank.bulkTag")}
          </Button>
          <Button variant="secondary" name="intent" value="untag">
            {t("bank.bulkUntag")}
          </Button>
        </Row>
        {choices.targets.length > 0 && (
          <Row>
            <SelectField
              name="target"
              label={t("bank.otherBank")}
              options={[
                { value: "", label: t("common.choose") },
                ...choices.targets.map(({ id, title }) => ({ value: id, label: title })),
              ]}
              defaultValue={typed.target}
              error={errors?.target}
            />
            <Button variant="secondary" name="intent" value="moveToBank">
              {t("bank.bulkMoveToBank")}
            </Button>
          </Row>
        )}
        <p className="text-slate">{t("bank.retireHint")}</p>
        <div className="flex flex-wrap gap-3">
          <Button variant="secondary" name="intent" value="retire">
            {t("bank.bulkRetire")}
          </Button>
          <Button variant="secondary" name="intent" value="restore">
            {t("bank.bulkRestore")}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}

function Row({ children }: { children: React.ReactNode }) {
  return (
    <div className="flex flex-wrap items-end gap-3 *:first:min-w-0 *:first:grow *:first:basis-56">
      {children}
    </div>
  );
}

function Suggestions({ id, values }: { id: string; values: string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}

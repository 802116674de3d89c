import { Form } from "@remix-run/react";

import { type BankFilter, isFiltered } from "#app/assessment/bank-filter.ts";
import { difficulties, questionTypes } from "#app/library/question-format.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageName, writtenLanguages } from "#app/platform/languages.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

type Choices = { categories: string[]; tags: string[]; lessons: string[] };

/** Search, and what else the list can be narrowed by; a form of its own address, so that a list can be kept as a link. */
export function BankFilters({
  action,
  filter,
  choices,
}: {
  action: string;
  filter: BankFilter;
  choices: Choices;
}) {
  const t = useT();
  const isNarrowed = isFiltered({ ...filter, search: "" });
  return (
    <Form key={JSON.stringify(filter)} method="get" action={action} role="search" className="grid gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-64">
          <TextField name="search" type="search" label={t("bank.search")} defaultValue={filter.search} />
        </div>
        <Button>{t("bank.searchSubmit")}</Button>
        {isFiltered(filter) && (
          <ButtonLink variant="quiet" to={action}>
            {t("bank.clearFilter")}
          </ButtonLink>
        )}
      </div>
      <Disclosure summary={t("bank.filters")} isOpen={isNarrowed}>
        <FilterSelects filter={filter} choices={choices} />
      </Disclosure>
    </Form>
  );
}

function FilterSelects({ filter, choices }: { filter: BankFilter; choices: Choices }) {
  const t = useT();
  const any = { value: "", label: t("bank.any") };
  const plain = (values: string[]) => [any, ...values.map((value) => ({ value, label: value }))];
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <SelectField
        name="category"
        label={t("bank.category")}
        options={plain(choices.categories)}
        defaultValue={filter.category}
      />
      {choices.tags.length > 0 && (
        <SelectField
          name="tag"
          label={t("bank.tag")}
          options={plain(choices.tags)}
          defaultValue={filter.tag}
        />
      )}
      {choices.lessons.length > 0 && (
        <SelectField
          name="lesson"
          label={t("bank.lesson")}
          options={plain(choices.lessons)}
          defaultValue={filter.lesson}
        />
      )}
      <SelectField
        name="type"
        label={t("bank.type")}
        options={[any, ...questionTypes.map((value) => ({ value, label: t(`bank.type_${value}`) }))]}
        defaultValue={filter.type ?? ""}
      />
      <SelectField
        name="difficulty"
        label={t("bank.difficulty")}
        options={[any, ...difficulties.map((value) => ({ value, label: t(`bank.difficulty_${value}`) }))]}
        defaultValue={filter.difficulty ?? ""}
      />
      <SelectField
        name="mark"
        label={t("bank.mark")}
        options={[
          any,
          { value: "critical", label: t("bank.critical") },
          { value: "recheck", label: t("bank.recheck") },
        ]}
        defaultValue={filter.mark ?? ""}
      />
      <SelectField
        name="use"
        label={t("bank.use")}
        options={[
          any,
          { value: "used", label: t("bank.used") },
          { value: "unused", label: t("bank.unused") },
        ]}
        defaultValue={filter.use ?? ""}
      />
      <SelectField
        name="incomplete"
        label={t("bank.incomplete")}
        options={[any, ...writtenLanguages.map((tag) => ({ value: tag, label: languageName(tag) }))]}
        defaultValue={filter.incomplete ?? ""}
      />
      <SelectField
        name="state"
        label={t("bank.state")}
        options={[
          { value: "active", label: t("bank.stateActive") },
          { value: "retired", label: t("bank.stateRetired") },
          { value: "all", label: t("bank.stateAll") },
        ]}
        defaultValue={filter.state}
      />
    </div>
  );
}

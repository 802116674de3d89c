import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { I18nProvider } from "#app/platform/i18n.tsx";
import { i18nFor } from "#app/platform/messages.server.ts";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Checkbox, CheckboxGroup, RadioGroup } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const { t } = i18nFor("en");

function html(page: ReactNode) {
  return renderToStaticMarkup(<I18nProvider i18n={i18nFor("en")}>{page}</I18nProvider>);
}

const shared = { name: "place", label: "Place", hint: "Where you work", error: "errors.notFound" } as const;
const options = [
  { value: "a", label: "First" },
  { value: "b", label: "Second" },
];

test.each([
  ["a text field", <TextField key="1" {...shared} />, "input"],
  ["a text area", <TextArea key="2" {...shared} />, "textarea"],
  ["a select", <SelectField key="3" {...shared} options={options} />, "select"],
])("%s is tied to its label, hint and error", (_name, field, tag) => {
  const page = html(field);
  const control = new RegExp(`<${tag}[^>]*>`).exec(page)?.[0];
  expect(control).toContain('id="place"');
  expect(control).toContain('aria-describedby="place-hint place-error"');
  expect(control).toContain('aria-invalid="true"');
  expect(page).toContain('<label for="place"');
  expect(page).toMatch(/id="place-hint"[^>]*>Where you work/);
  expect(page).toMatch(new RegExp(`id="place-error"[^>]*>.*${t("errors.notFound").slice(0, 20)}`));
});

test("a field without fault says nothing about errors", () => {
  const page = html(<TextField name="place" label="Place" />);
  expect(page).not.toContain("aria-invalid");
  expect(page).not.toContain("aria-describedby");
});

test("a group of choices is a fieldset with its legend, and the first control can be reached by the group's name", () => {
  const page = html(<RadioGroup name="place" legend="Where?" options={options} defaultValue="b" />);
  expect(page).toMatch(/<fieldset.*<legend[^>]*>Where\?<\/legend>/);
  expect(page).toMatch(/<input[^>]*id="place"[^>]*value="a"/);
  expect(page).toMatch(/<input(?=[^>]*checked)[^>]*value="b"/);
});

test("checkboxes of a group are sent as a list", () => {
  expect(html(<CheckboxGroup name="place" legend="Where?" options={options} />)).toContain('name="place[]"');
});

test("a single checkbox is tied to its error", () => {
  const page = html(<Checkbox name="agree" label="Yes" error="errors.notFound" />);
  expect(page).toMatch(/<input[^>]*aria-describedby="agree-error"/);
});

test("the error summary leads to each field, and only names what belongs to no field", () => {
  const page = html(<ErrorSummary errors={{ place: "errors.notFound", form: "errors.forbidden" }} />);
  expect(page).toContain('href="#place"');
  expect(page).not.toContain('href="#form"');
  expect(page).toContain('role="alert"');
  expect(html(<ErrorSummary errors={null} />)).toBe("");
});

test("a chart is a picture for the eye and a table for everybody", () => {
  const page = html(
    <BarChart title="By place" rows={[{ label: "First", value: 3, text: "3 of 5" }]} csvTo="/x.csv" />,
  );
  expect(page).toMatch(/<div aria-hidden="true".*<svg/);
  expect(page).toMatch(/<table.*<th scope="row"[^>]*>First.*3 of 5/);
});

test("a state is told by word, and its shape is hidden from screen readers", () => {
  expect(html(<StatusTag kind="done">Done</StatusTag>)).toMatch(/<svg[^>]*aria-hidden="true".*Done/);
});

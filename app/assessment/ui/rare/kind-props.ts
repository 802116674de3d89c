import type { AskedQuestion, AskedRare } from "#app/assessment/asked-question.ts";
import type { AnswerFields } from "#app/assessment/response.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";

export type RareFieldsProps = {
  asked: Pick<AskedQuestion, "q"> & { rare: AskedRare };
  given: AnswerFields;
  errors: FormErrors;
};

/** What the controls of one kind get. */
export type KindProps<Kind extends AskedRare["kind"]> = {
  q: string;
  rare: Extract<AskedRare, { kind: Kind }>;
  given: AnswerFields;
  errors: FormErrors;
};

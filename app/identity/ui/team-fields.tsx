import { Form } from "@remix-run/react";

import type { Team, TeamPerson } from "#app/identity/team.server.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/select-field.tsx";

/** Who belongs to a team, each with a way to take her out. Sends the fields of `teamForm`. */
export function TeamMembers({
  members,
  remove,
}: Pick<Team, "members"> & { remove: (name: string) => string }) {
  return (
    <ul className="grid gap-3">
      {members.map(({ id, name, email }) => (
        <li key={id} className="card flex flex-wrap items-center justify-between gap-3">
          <span>
            {name || email}
            <span className="block text-slate">{email}</span>
          </span>
          <Form method="post">
            <input type="hidden" name="person" value={id} />
            <Button variant="quiet" name="intent" value="remove">
              {remove(name || email)}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}

/** The field to choose somebody who joins a team. */
export function NewMemberField(props: {
  label: string;
  others: TeamPerson[];
  errors: FormErrors | undefined;
}) {
  const t = useT();
  return (
    <SelectField
      name="person"
      label={props.label}
      options={[
        { value: "", label: t("common.choose") },
        ...props.others.map(({ id, name, email }) => ({
          value: id,
          label: name ? `${name} (${email})` : email,
        })),
      ]}
      error={props.errors?.person}
    />
  );
}

/** The fields of a form as its post would send them; files go with the post only. */
export function formFields(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  return fields;
}

/** Whether somebody has changed a field since the page came: public/exit.js notes it, before React is there. */
export function isChanged(form: HTMLFormElement): boolean {
  return form.dataset.changed !== undefined;
}

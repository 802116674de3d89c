/** The fields of a form, or its part with a prefix, as its post would send them; files go with the post only. */
export function formFields(form: HTMLFormElement, prefix = ""): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && name.startsWith(prefix)) fields.append(name.slice(prefix.length), value);
  }
  return fields;
}

/** Whether somebody has changed a field of it since the page came: public/exit.js notes it, before React is there. */
export function isChanged(form: HTMLElement): boolean {
  return form.dataset.changed !== undefined;
}

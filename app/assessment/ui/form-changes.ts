/** The fields of a form as its post would send them; files go with the post only. */
export function formFields(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  return fields;
}

/** Whether somebody has changed a field since the page came. */
export function isChanged(form: HTMLFormElement): boolean {
  return Array.from(form.elements).some((element) => {
    if (element instanceof HTMLSelectElement) {
      return Array.from(element.options).some(
        ({ selected, defaultSelected }) => selected !== defaultSelected,
      );
    }
    if (element instanceof HTMLTextAreaElement) return element.value !== element.defaultValue;
    if (!(element instanceof HTMLInputElement) || element.type === "hidden" || element.type === "file") {
      return false;
    }
    return ["radio", "checkbox"].includes(element.type)
      ? element.checked !== element.defaultChecked
      : element.value !== element.defaultValue;
  });
}

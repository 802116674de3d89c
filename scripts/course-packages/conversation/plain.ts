/** Systems that run H5P write quotation marks and ampersands of texts as HTML; here every text is one again. */
export function plain<Value>(value: Value): Value {
  if (typeof value === "string") return decoded(value) as Value;
  if (Array.isArray(value)) return value.map(plain) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)])) as Value;
}

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  const box = document.createElement("textarea");
  box.innerHTML = text;
  return box.value;
}

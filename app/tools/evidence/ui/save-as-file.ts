/** Hands a text to the browser as a download; it is made on the device and goes nowhere else. */
export function saveAsFile(name: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers take the file only after this moment.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

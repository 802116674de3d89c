const name = "sigurna.registration";

/**
 * Whether another learner or another package was played last in this browser, whose leftovers on the content origin
 * have to go; remembers this one.
 */
export function isOtherThanLast(registrationKey: string): boolean {
  try {
    const last = localStorage.getItem(name);
    localStorage.setItem(name, registrationKey);
    return last !== registrationKey;
  } catch {
    // Nothing can be remembered in this browser, so anybody may have been here.
    return true;
  }
}

/** The accounts of the demonstration that are printed at the start. */
export const demonstrationPassword = "show me around";

export const demonstrationAccounts = [
  { role: "administrator", email: "administrator@example.org" },
  { role: "trainer", email: "trainer@example.org" },
  { role: "learner", email: "learner@example.org" },
] as const;

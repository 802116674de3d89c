/** The program comes with the first picture. */
export type CredentialsRequest = { wasm?: ArrayBuffer; type: string; picture: ArrayBuffer };

/** The manifest store as JSON; null where the picture carries no credentials. */
export type CredentialsAnswer = { json: string | null } | { failed: true };

import { createContext, type ReactNode, useContext } from "react";

const NonceContext = createContext<string | undefined>(undefined);

/** The Content-Security-Policy nonce of this response; browsers hide it from scripts, so it is empty there. */
export function useNonce() {
  return useContext(NonceContext);
}

export function NonceProvider({ nonce, children }: { nonce: string; children: ReactNode }) {
  return <NonceContext.Provider value={nonce}>{children}</NonceContext.Provider>;
}

import type { FromShell, ToShell } from "#app/players/shell-messages.ts";

export type PageLink = {
  tell(message: FromShell): void;
  /** The next message of that name. */
  hear<Name extends ToShell["sigurna"]>(name: Name): Promise<Extract<ToShell, { sigurna: Name }>>;
  /** Every message of that name. */
  on(name: ToShell["sigurna"], listener: () => void): void;
};

/** The page of the application that frames or has opened this shell. Messages of anybody else are not heard. */
export function linkToPage(appOrigin: string): PageLink {
  const page = window.parent === window ? (window.opener as Window | null) : window.parent;
  const listeners = new Set<(message: ToShell) => void>();

  addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.origin !== appOrigin || event.source !== page) return;
    const message = event.data as Partial<ToShell> | null;
    if (typeof message !== "object" || typeof message?.sigurna !== "string") return;
    for (const listener of [...listeners]) listener(message as ToShell);
  });

  return {
    tell: (message) => page?.postMessage(message, appOrigin),
    hear: (name) =>
      new Promise((done) => {
        const listener = (message: ToShell) => {
          if (message.sigurna !== name) return;
          listeners.delete(listener);
          done(message as Extract<ToShell, { sigurna: typeof name }>);
        };
        listeners.add(listener);
      }),
    on(name, listener) {
      listeners.add((message) => {
        if (message.sigurna === name) listener();
      });
    },
  };
}

import { Agent, request } from "node:http";

export type Answer = { status: number; location: string; body: string; milliseconds: number };

/** Requests to the web process under test; connections stay open, as browsers' do. */
export type Client = {
  send(
    method: "GET" | "POST",
    path: string,
    cookie: string,
    form?: Record<string, string | number>,
  ): Promise<Answer>;
  close(): void;
};

export function httpClient(address: string, maxSockets: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets });
  const { hostname, port } = new URL(address);
  return {
    send(method, path, cookie, form) {
      const began = performance.now();
      const body = form && new URLSearchParams(mapped(form)).toString();
      return new Promise((done, fail) => {
        const outgoing = request(
          {
            agent,
            host: hostname,
            port,
            path,
            method,
            headers: {
              Cookie: cookie,
              Origin: address,
              "Accept-Encoding": "identity",
              ...(body === undefined ? {} : { "Content-Type": "application/x-www-form-urlencoded" }),
            },
          },
          (response) => {
            const parts: Buffer[] = [];
            response.on("data", (part: Buffer) => parts.push(part));
            response.on("end", () =>
              done({
                status: response.statusCode ?? 0,
                location: response.headers.location ?? "",
                body: Buffer.concat(parts).toString(),
                milliseconds: performance.now() - began,
              }),
            );
          },
        );
        outgoing.on("error", fail);
        outgoing.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}

function mapped(form: Record<string, string | number>): Record<string, string> {
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]));
}

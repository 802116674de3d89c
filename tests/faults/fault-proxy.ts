import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request,
  type ServerResponse,
} from "node:http";

/**
 * What happens to a request on the way.
 * drop: the connection breaks before the server hears of it. lost: the server hears it, its answer is lost.
 * cut: the answer breaks off in the middle. A number: an answer of the proxy with that status, the server hears nothing.
 * slow: the server hears it so many milliseconds later, also when nobody waits any more.
 */
export type Fault = "drop" | "lost" | "cut" | number | { slow: number };

export type FaultProxy = {
  port: number;
  /** Every request whose method and path match suffers this until `heal`. The newest rule counts. */
  disturb(route: RegExp, fault: Fault): void;
  heal(): void;
  /** Requests that suffered a fault since the last `heal`. */
  hits(): number;
  /** Requests that are still on a slow line, `heal` or not. */
  underWay(): number;
  stop(): Promise<void>;
};

/** A reverse proxy on loopback between browser and web process, as far from both as a bad line is. */
export async function startFaultProxy(targetPort: number): Promise<FaultProxy> {
  let rules: { route: RegExp; fault: Fault }[] = [];
  let hits = 0;
  let slowed = 0;
  const timers = new Set<NodeJS.Timeout>();

  const server = createServer((incoming, outgoing) => {
    const address = `${incoming.method} ${incoming.url}`;
    const fault = rules.find(({ route }) => route.test(address))?.fault;
    if (fault === undefined) return forward(incoming, outgoing);
    hits += 1;
    if (fault === "drop") return incoming.socket.destroy();
    if (typeof fault === "number") return answerWith(fault, incoming, outgoing);
    if (typeof fault === "object") {
      const body = bodyOf(incoming);
      const timer = setTimeout(() => {
        timers.delete(timer);
        outgoing.once("close", () => (slowed -= 1));
        void body.then((bytes) => forward(incoming, outgoing, undefined, bytes));
      }, fault.slow);
      timers.add(timer);
      slowed += 1;
      return undefined;
    }
    return forward(incoming, outgoing, fault);
  });

  function forward(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    fault?: "lost" | "cut",
    body?: Buffer,
  ) {
    const { method, url, headers } = incoming;
    const upstream: ClientRequest = request(
      { host: "127.0.0.1", port: targetPort, method, path: url, headers },
      (response) => {
        if (fault === "lost") {
          response.resume();
          response.once("end", () => outgoing.destroy());
          return;
        }
        outgoing.writeHead(response.statusCode ?? 502, response.rawHeaders);
        if (fault === "cut") response.once("data", (part: Buffer) => cut(outgoing, part));
        else response.pipe(outgoing);
      },
    );
    upstream.on("error", () => outgoing.destroy());
    if (body) upstream.end(body);
    else incoming.pipe(upstream);
  }

  server.on("clientError", (_error, socket) => socket.destroy());
  const port = await new Promise<number>((listening) =>
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      listening(typeof address === "object" && address ? address.port : 0);
    }),
  );
  return {
    port,
    disturb(route, fault) {
      rules = [{ route, fault }, ...rules];
    },
    heal() {
      rules = [];
      hits = 0;
    },
    hits: () => hits,
    underWay: () => slowed,
    stop() {
      for (const timer of timers) clearTimeout(timer);
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

function answerWith(status: number, incoming: IncomingMessage, outgoing: ServerResponse) {
  incoming.resume();
  outgoing.writeHead(status, { "Content-Type": "text/html" }).end("<title>Fault</title>");
}

function cut(outgoing: ServerResponse, part: Buffer) {
  outgoing.write(part.subarray(0, Math.ceil(part.length / 2)), () => outgoing.destroy());
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

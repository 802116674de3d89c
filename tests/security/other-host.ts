import { createSocket } from "node:dgram";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { readFileSync, existsSync } from "node:fs";
import { join } from "node:path";

/** A host that packages must not reach, and what has reached it. */
export type OtherHost = {
  origin: string;
  /** Host and port of its STUN server. */
  stun: string;
  /** Method and path of each request, and "packet" for one by UDP. */
  hits: string[];
  stop: () => Promise<void>;
};

const address = "127.0.0.2";
const sources = join(import.meta.dirname, "hostile");

/** Listens on another loopback address. Its page /index.html is the hostile one without anything that holds it back. */
export async function startOtherHost(): Promise<OtherHost> {
  const hits: string[] = [];
  const listen: RequestListener = (request, response) => {
    const path = (request.url ?? "").split("?")[0] as string;
    const source = ["scorm", "attempts"].map((folder) => join(sources, folder, path)).find(existsSync);
    if (source && path !== "/") {
      response.setHeader("Content-Type", path.endsWith(".html") ? "text/html" : "text/javascript");
      response.end(readFileSync(source));
      return;
    }
    hits.push(`${request.method} ${path}`);
    response.setHeader("Access-Control-Allow-Origin", request.headers.origin ?? "*");
    response.setHeader("Access-Control-Allow-Credentials", "true");
    response.end("reached");
  };
  const server = createServer(listen);
  server.on("upgrade", (request, socket) => {
    hits.push(`SOCKET ${request.url?.split("?")[0]}`);
    socket.destroy();
  });
  await new Promise<void>((listening) => server.listen(0, address, listening));
  const packets = createSocket("udp4");
  packets.on("message", () => hits.push("packet"));
  await new Promise<void>((bound) => packets.bind(0, address, bound));
  return {
    origin: `http://${address}:${(server.address() as AddressInfo).port}`,
    stun: `${address}:${packets.address().port}`,
    hits,
    async stop() {
      packets.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

import http from "node:http";
import https from "node:https";
import { BlockList, isIP } from "node:net";
import { lookup } from "node:dns";

import { seconds } from "./clock.ts";

/** What came of asking for an address elsewhere: it answers, it says that there is nothing, nobody knows its host, no answer. */
export type Outcome = "works" | "gone" | "unknown-host" | "unreachable";

const closed = new BlockList();
const closedNets = [
  // IANA's special-purpose registries of IPv4 and IPv6: this machine, its network, and what is no single host.
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const;
for (const [net, bits] of closedNets) closed.addSubnet(net, bits, "ipv4");
// Only global unicast is open, without what carries an IPv4 address inside (6to4, Teredo).
const openNets = new BlockList();
openNets.addSubnet("2000::", 3, "ipv6");
closed.addSubnet("2002::", 16, "ipv6");
closed.addSubnet("2001::", 32, "ipv6");

/** Whether an address (IPv4 or IPv6) is one of the public internet, which this server may ask on somebody's behalf. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !closed.check(address, "ipv4");
  if (isIP(address) === 6) return openNets.check(address, "ipv6") && !closed.check(address, "ipv6");
  return false;
}

const patience = seconds(10);
const mostHops = 5;

/**
 * Whether a page elsewhere is still there: asks for it without cookies and reads nothing of it. `isOpen` says which
 * hosts may be asked; it is held against the very address that is connected to, at each redirection anew.
 */
export async function tryAddress(url: string, isOpen = isPublicAddress, hops = mostHops): Promise<Outcome> {
  const answer = await headOf(url, isOpen);
  if (typeof answer === "string") return answer;
  const { status, location } = answer;
  if (status >= 300 && status < 400 && location !== undefined) {
    if (hops === 0 || !URL.canParse(location, url)) return "unreachable";
    return tryAddress(new URL(location, url).toString(), isOpen, hops - 1);
  }
  return status === 404 || status === 410 ? "gone" : status < 500 ? "works" : "unreachable";
}

type Head = { status: number; location: string | undefined };

/** GET, since many servers refuse HEAD; the connection is closed when the head is there. */
function headOf(url: string, isOpen: typeof isPublicAddress): Promise<Head | Outcome> {
  if (!URL.canParse(url)) return Promise.resolve("unreachable");
  const { protocol, hostname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, "");
  const library = protocol === "https:" ? https : protocol === "http:" ? http : null;
  // A host that is an address is never looked up.
  if (!library || (isIP(host) !== 0 && !isOpen(host))) return Promise.resolve("unreachable");
  return new Promise((resolve) => {
    const request = library.get(
      url,
      {
        agent: false,
        headers: { accept: "text/html,*/*", "user-agent": "Sigurna link check" },
        signal: AbortSignal.timeout(patience),
        lookup: (name, options, done) =>
          lookup(name, { ...options, all: true }, (error, addresses) => {
            const open = error ? [] : addresses.filter(({ address }) => isOpen(address));
            const refusal = error ?? (open.length === 0 ? new Error("not a public address") : null);
            if (options.all) return done(refusal, open);
            done(refusal, open[0]?.address ?? "", open[0]?.family);
          }),
      },
      (response) => {
        resolve({ status: response.statusCode ?? 0, location: response.headers.location });
        response.destroy();
      },
    );
    request.on("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "ENOTFOUND" ? "unknown-host" : "unreachable"),
    );
  });
}

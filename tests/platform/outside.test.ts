import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll, beforeAll, expect, test } from "vitest";

import { isPublicAddress, tryAddress } from "#app/platform/outside.server.ts";

let server: Server;
let here: string;
let asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const path = (request.url ?? "").slice(1);
    if (path === "moved") return response.writeHead(302, { location: "/there" }).end();
    if (path === "inside") return response.writeHead(302, { location: "http://localhost:1/" }).end();
    if (path === "circle") return response.writeHead(301, { location: "/circle" }).end();
    response.writeHead(Number(path) || 200).end("x".repeat(100));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

const anywhere = () => true;

test("a page is there, gone, or not to be had; redirections are followed, but not for ever", async () => {
  const outcomes = ["there", "moved", "403", "404", "410", "503", "circle"];
  const found = [];
  for (const path of outcomes) found.push(await tryAddress(`${here}/${path}`, anywhere));
  expect(found).toEqual(["works", "works", "works", "gone", "gone", "unreachable", "unreachable"]);
  expect(await tryAddress("https://nowhere.invalid/", anywhere)).toMatch(/unknown-host|unreachable/);
  expect(await tryAddress("ftp://example.org/", anywhere)).toBe("unreachable");
});

test("this machine and its network are never asked, by address, by name or by way of a redirection", async () => {
  asked = [];
  const port = new URL(here).port;
  for (const host of ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "[::1]"]) {
    expect(await tryAddress(`http://${host}:${port}/there`)).toBe("unreachable");
  }
  expect(asked).toEqual([]);
  const onlyTheServer = (address: string) => address === "127.0.0.1" && asked.length === 0;
  expect(await tryAddress(`${here}/inside`, onlyTheServer)).toBe("unreachable");
  expect(asked).toEqual(["/inside"]);
});

test("which addresses are public", () => {
  const open = ["93.184.216.34", "172.32.0.1", "2606:2800:220:1:248:1893:25c8:1946"];
  const closed = [
    ...["10.1.2.3", "127.0.0.2", "169.254.169.254", "172.16.0.1", "192.168.1.1", "100.64.0.1", "0.0.0.0"],
    ...["224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fd00::1", "ff02::1", "64:ff9b::7f00:1"],
    ...["::ffff:10.0.0.1", "2002:7f00:1::", "2001:0:7f00:1::", "example.org", ""],
  ];
  expect(open.filter((address) => !isPublicAddress(address))).toEqual([]);
  expect(closed.filter(isPublicAddress)).toEqual([]);
});

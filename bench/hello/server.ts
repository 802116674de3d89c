/** Serves the hello-world build with the product's own packages. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import sirv from "sirv";

const directory = process.env.HELLO_BUILD as string;
const build = (await import(pathToFileURL(join(directory, "server/index.js")).href)) as ServerBuild;
const app = express();
app.disable("x-powered-by");
app.use("/assets", sirv(join(directory, "client/assets"), { brotli: true, gzip: true, immutable: true }));
app.use(compression());
app.all("*", createRequestHandler({ build, mode: "production" }));
app.listen(Number(process.env.HELLO_PORT), "127.0.0.1");

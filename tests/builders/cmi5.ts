import { cmi5Category, cmi5Verbs, contextTemplate, moveOnCategory } from "#app/players/cmi5-statement.ts";
import { newId } from "#app/platform/id.ts";

import type { contentServer } from "./content-server.ts";
import { type learnerWithPackage, opened, type PackageFiles } from "./runs.ts";

export type AuGiven = {
  id: string;
  moveOn?: string;
  masteryScore?: number;
  launchParameters?: string;
  launchMethod?: "AnyWindow" | "OwnWindow";
};

const auXml = ({
  id,
  moveOn = "CompletedOrPassed",
  masteryScore,
  launchParameters,
  launchMethod = "AnyWindow",
}: AuGiven) =>
  `<au id="https://example.org/${id}" moveOn="${moveOn}" launchMethod="${launchMethod}"${masteryScore === undefined ? "" : ` masteryScore="${masteryScore}"`}><title><langstring lang="en">Unit ${id}</langstring></title><description><langstring lang="en">d</langstring></description><url>${id}.html</url>${launchParameters ? `<launchParameters>${launchParameters}</launchParameters>` : ""}</au>`;

/** A cmi5 course of AUs; those of `block` are in a block. Each is shown by `<id>.html`. */
export function cmi5Files(
  aus: AuGiven[],
  { block = [] as AuGiven[], page = "<!doctype html>" } = {},
): PackageFiles {
  const blockXml =
    block.length === 0
      ? ""
      : `<block id="https://example.org/block"><title><langstring lang="en">Block</langstring></title><description><langstring lang="en">d</langstring></description>${block.map(auXml).join("")}</block>`;
  return {
    "cmi5.xml": `<?xml version="1.0" encoding="utf-8"?><courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"><course id="https://example.org/course"><title><langstring lang="en">Course</langstring></title><description><langstring lang="en">d</langstring></description></course>${aus.map(auXml).join("")}${blockXml}</courseStructure>`,
    ...Object.fromEntries([...aus, ...block].map(({ id }) => [`${id}.html`, page])),
  };
}

type Server = Awaited<ReturnType<typeof contentServer>>;

/** An AU as it talks to us over HTTP, from the query of its address on. */
export class Au {
  readonly server: Server;
  readonly query: URLSearchParams;
  token = "";
  sessionId = "";

  constructor(server: Server, query: string) {
    this.server = server;
    this.query = new URLSearchParams(query);
  }

  get registration() {
    return this.query.get("registration") as string;
  }

  get actor() {
    return JSON.parse(this.query.get("actor") as string) as { account: { homePage: string; name: string } };
  }

  /** The server of a test listens elsewhere than CONTENT_ORIGIN says. */
  at(address: string) {
    const { pathname, search } = new URL(address, this.server.content);
    return `${this.server.content}${pathname}${search}`;
  }

  async fetchToken() {
    const response = await fetch(this.at(this.query.get("fetch") as string), { method: "POST" });
    return (await response.json()) as Record<string, string>;
  }

  /** Fetches the token and reads the launch data, as every AU does first. */
  async open() {
    this.token = (await this.fetchToken())["auth-token"] ?? "";
    const response = await this.ask("GET", "activities/state", {
      ...this.state("LMS.LaunchData"),
    });
    const data = (await response.json()) as { contextTemplate: { extensions: Record<string, string> } };
    this.sessionId = Object.values(data.contextTemplate.extensions)[0] ?? "";
    return data;
  }

  state(stateId: string) {
    return {
      activityId: this.query.get("activityId") as string,
      agent: this.query.get("actor") as string,
      registration: this.registration,
      stateId,
    };
  }

  ask(
    method: string,
    resource: string,
    parameters: Record<string, string> = {},
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ) {
    return fetch(this.at(`/xapi/${resource}?${new URLSearchParams(parameters)}`), {
      method,
      headers: {
        Authorization: `Basic ${this.token}`,
        "X-Experience-API-Version": "1.0.3",
        "Content-Type": "application/json",
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
    });
  }

  /** A statement that keeps to every rule of cmi5; `changed` says what is different in it. */
  statement(verb: keyof typeof cmi5Verbs, changed: Record<string, unknown> = {}) {
    const judged = { passed: { success: true }, failed: { success: false }, completed: { completion: true } }[
      verb as string
    ];
    const { contextActivities, extensions } = contextTemplate(
      { id: this.publisherId } as Parameters<typeof contextTemplate>[0],
      this.sessionId,
    );
    return {
      id: newId(),
      actor: this.actor,
      verb: { id: cmi5Verbs[verb] },
      object: { id: this.query.get("activityId") },
      ...(verb !== "initialized" && { result: { duration: "PT10S", ...judged } }),
      context: {
        registration: this.registration,
        contextActivities: {
          ...contextActivities,
          category: [{ id: cmi5Category }, ...(judged ? [{ id: moveOnCategory }] : [])],
        },
        extensions,
      },
      timestamp: new Date().toISOString(),
      ...changed,
    };
  }

  publisherId = "";

  async say(...statements: unknown[]) {
    const response = await this.ask("POST", "statements", {}, { body: statements });
    return { status: response.status, answer: (await response.json()) as { message: string } };
  }
}

export type Cmi5Learner = Awaited<ReturnType<typeof learnerWithPackage>>;

/** Opens an AU of a learner's course through a new launch of the player, or the given one. */
export async function openedAu(
  server: Server,
  learner: Cmi5Learner,
  { au, node = "1", token }: { au: string; node?: string; token?: string },
): Promise<Au> {
  const launch = token ?? (await opened(learner)).token;
  const response = await fetch(`${server.content}/run/${launch}/sessions`, {
    method: "POST",
    body: JSON.stringify({ node }),
  });
  const { query } = (await response.json()) as { query: string };
  const made = new Au(server, query);
  made.publisherId = `https://example.org/${au}`;
  return made;
}

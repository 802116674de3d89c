import type { PeopleFilter } from "./people.server.ts";

const roles = ["learner", "trainer", "administrator"] as const;
const states = ["invited", "active", "deactivated"] as const;

/** The filter of the list of people, from the address; what is not understood does not filter. */
export function readPeopleFilter(query: URLSearchParams): PeopleFilter {
  return {
    search: query.get("search")?.trim().slice(0, 100) ?? "",
    role: roles.find((role) => role === query.get("role")) ?? null,
    state: states.find((state) => state === query.get("state")) ?? null,
  };
}

/** Status of an activity in the words of SCORM 1.2 and AICC. */
export type PrerequisiteStatus =
  "passed" | "completed" | "browsed" | "failed" | "not attempted" | "incomplete";

const statusOfLetter: Record<string, PrerequisiteStatus> = {
  p: "passed",
  c: "completed",
  b: "browsed",
  f: "failed",
  n: "not attempted",
  i: "incomplete",
};

/**
 * Whether the prerequisites of an activity are met: `aicc_script` of adlcp:prerequisites (AICC CMI001, 3.6), with & | ~
 * = <> ( ) and n*{a,b,c}. An activity named alone must be passed or completed. A script that cannot be read holds
 * nobody back.
 */
export function arePrerequisitesMet(script: string, statusOf: (id: string) => PrerequisiteStatus): boolean {
  const reader = { tokens: tokensOf(script), position: 0, statusOf };
  if (reader.tokens.length === 0) return true;
  try {
    const isMet = either(reader);
    return reader.position < reader.tokens.length ? true : isMet;
  } catch {
    return true;
  }
}

type Reader = { tokens: string[]; position: number; statusOf: (id: string) => PrerequisiteStatus };

function tokensOf(script: string): string[] {
  return script.match(/<>|[&|~=(){},*]|"[^"]*"|[^\s&|~=(){},*<>"]+/g) ?? [];
}

function either(reader: Reader): boolean {
  let isMet = both(reader);
  while (take(reader, "|")) isMet = both(reader) || isMet;
  return isMet;
}

function both(reader: Reader): boolean {
  let isMet = single(reader);
  while (take(reader, "&")) isMet = single(reader) && isMet;
  return isMet;
}

function single(reader: Reader): boolean {
  if (take(reader, "~")) return !single(reader);
  if (take(reader, "(")) {
    const isMet = either(reader);
    demand(reader, ")");
    return isMet;
  }
  const token = next(reader);
  if (/^\d+$/.test(token) && take(reader, "*")) return isEnough(reader, Number(token));
  return isOfStatus(reader, token.replaceAll('"', ""));
}

/** n*{a,b,c}: at least n of these. */
function isEnough(reader: Reader, wanted: number): boolean {
  demand(reader, "{");
  let met = 0;
  do {
    if (either(reader)) met += 1;
  } while (take(reader, ","));
  demand(reader, "}");
  return met >= wanted;
}

function isOfStatus(reader: Reader, id: string): boolean {
  const status = reader.statusOf(id);
  const isSame = take(reader, "=");
  if (!isSame && !take(reader, "<>")) return status === "passed" || status === "completed";
  const word = next(reader).replaceAll('"', "").toLowerCase();
  return (status === (statusOfLetter[word.charAt(0)] ?? word)) === isSame;
}

function take(reader: Reader, token: string): boolean {
  if (reader.tokens[reader.position] !== token) return false;
  reader.position += 1;
  return true;
}

function demand(reader: Reader, token: string) {
  if (!take(reader, token)) throw new Error(`Expected ${token}`);
}

function next(reader: Reader): string {
  const token = reader.tokens[reader.position];
  if (token === undefined) throw new Error("Unexpected end");
  reader.position += 1;
  return token;
}

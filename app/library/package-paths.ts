import { refuse } from "./package-refusal.ts";

/** Rules for the names of files in packages, which are written by strangers. */

// Names of this length still fit the database's index.
const longestPath = 1000;

/**
 * The path of an entry below the package's root: "/" between folders, no "." or empty part. Refuses names that lead
 * out of the root or that no file can have.
 */
export function safePath(name: string): string {
  const path = name.replaceAll("\\", "/");

  if (/[\u0000-\u001F\u007F]/.test(path)) refuse("packages.refusedName", { name: printable(name) });
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  const isAbsolute = path.startsWith("/") || /^[A-Za-z]:/.test(parts[0] ?? "");
  if (isAbsolute) refuse("packages.refusedAbsolute", { name });
  if (parts.includes("..")) refuse("packages.refusedTraversal", { name });
  if (parts.length === 0) refuse("packages.refusedName", { name });
  const safe = parts.join("/");
  if (safe.length > longestPath) refuse("packages.refusedLongName", { name: `${safe.slice(0, 60)}…` });
  return safe;
}

/** Two paths with the same folded form are one file on Windows and macOS. */
export function foldedPath(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

/** What file managers leave behind: no part of any package. */
export function isLeftover(path: string): boolean {
  const parts = path.split("/");
  const name = parts.at(-1) ?? "";
  return (
    parts[0] === "__MACOSX" || name.startsWith("._") || /^(\.ds_store|thumbs\.db|desktop\.ini)$/i.test(name)
  );
}

/** The folders that hold everything else: "a/b/" when every path begins with it, "" when files lie at the top. */
export function topFolder(paths: string[]): string {
  const [first] = paths;
  if (first === undefined) return "";
  const parts = first.split("/").slice(0, -1);
  while (parts.length > 0 && !paths.every((path) => path.startsWith(`${parts.join("/")}/`))) parts.pop();
  return parts.length > 0 ? `${parts.join("/")}/` : "";
}

function printable(name: string) {
  return name.replace(/[\u0000-\u001F\u007F]/g, "�");
}

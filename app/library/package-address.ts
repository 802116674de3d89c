import type { SourceFile, SourceFiles } from "./package-source.ts";

/** Addresses as manifests write them: relative, percent-encoded or not, with query and fragment. */

const scheme = /^[a-z][a-z0-9+.-]*:/i;

export function isOutside(address: string): boolean {
  return scheme.test(address) || address.startsWith("//");
}

/** An address below a base (xml:base): folders and all, "." and ".." resolved as far as the package's root. */
export function joinAddress(base: string, address: string): string {
  if (isOutside(address)) return address;
  if (isOutside(base)) return new URL(address, base).href;
  const { path, suffix } = splitAddress(address);
  const folder = path.startsWith("/") ? "" : base.slice(0, base.lastIndexOf("/") + 1);
  const parts: string[] = [];
  for (const part of `${folder}${path}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  const end = path.endsWith("/") && parts.length > 0 ? "/" : "";
  return `${parts.join("/")}${end}${suffix}`;
}

export function splitAddress(address: string): { path: string; suffix: string } {
  const end = address.search(/[?#]/);
  return end < 0
    ? { path: address, suffix: "" }
    : { path: address.slice(0, end), suffix: address.slice(end) };
}

/** The file that an address below the root means, and how browsers are to write it. */
export function locate(
  files: SourceFiles,
  address: string,
): { file: SourceFile | undefined; address: string; isOtherCase: boolean } {
  const whole = files.get(address);
  if (whole) return { file: whole, address: encodePath(whole.path), isOtherCase: false };
  const { path, suffix } = splitAddress(address);
  const plain = decodePath(path);
  const exact = files.get(path) ?? files.get(plain);
  const file = exact ?? files.find(path) ?? files.find(plain);
  return {
    file,
    address: encodePath(file?.path ?? plain) + suffix,
    isOtherCase: !exact && file !== undefined,
  };
}

/**
 * Joins an item's parameters to its resource's address (SCORM 2004 4th ed., CAM 3.4.1.15: leading "?" and "&" do not
 * count, a fragment only where there is none yet). A query goes before the resource's own fragment.
 */
export function withParameters(address: string, parameters: string | null): string {
  const given = (parameters ?? "").replace(/^[?&]+/, "");
  if (given === "") return address;
  if (given.startsWith("#")) return address.includes("#") ? address : address + given;
  const [page = "", ...fragment] = address.split("#");
  const joined = `${page}${page.includes("?") ? "&" : "?"}${given}`;
  return fragment.length > 0 && !given.includes("#") ? `${joined}#${fragment.join("#")}` : joined;
}

function encodePath(path: string): string {
  return path
    .split("/")
    .map((part) => encodeURIComponent(part).replace(/%(?:2C|3B|3D|40|24|26|2B)/g, decodeURIComponent))
    .join("/");
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

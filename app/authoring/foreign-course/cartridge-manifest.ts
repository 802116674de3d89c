import { posix } from "node:path";

import {
  attribute,
  childNamed,
  childrenNamed,
  childText,
  everyElement,
  type XmlDocument,
  type XmlElement,
} from "#app/library/xml-document.ts";

/** The manifest of an IMS Common Cartridge (1EdTech, Common Cartridge 1.1 to 1.3, and the thin ones). */

export type ResourceKind =
  | "content"
  | "link"
  | "discussion"
  | "tool"
  | "assignment"
  | "quiz"
  | "questionBank"
  | "associated"
  | "unknown";

export type Resource = {
  /** Unlike that of every other, also where the manifest repeats one. */
  id: string;
  kind: ResourceKind;
  /** As the manifest has it. */
  type: string;
  /** The file that it is, null when it names none. */
  main: string | null;
  files: string[];
  dependencies: string[];
  isForTeachers: boolean;
  /** Of a link that a thin cartridge writes into the manifest itself. */
  url: string | null;
  /** Stands in, on platforms that cannot show that one. */
  variantOf: string | null;
};

export type Item = { place: string; title: string; ref: string | null; children: Item[] };

export type Manifest = {
  version: string;
  title: string | null;
  description: string | null;
  language: string | null;
  items: Item[];
  resources: Resource[];
};

export function isCartridge({ root, namespaces }: XmlDocument): boolean {
  const metadata = childNamed(root, "metadata");
  const schema = (metadata && childText(metadata, "schema")) ?? "";
  return /common cartridge/i.test(schema) || [...namespaces].some((uri) => /imscc/i.test(uri));
}

export function readManifest({ root, namespaces }: XmlDocument): Manifest {
  const metadata = childNamed(root, "metadata");
  const general = metadata && everyElement(metadata).find(({ name }) => name === "general");
  const organizations = childNamed(root, "organizations");
  const organization = organizations && childNamed(organizations, "organization");
  const list = childNamed(root, "resources");
  const [, major, minor] = /imsccv(\d)p(\d)/.exec([...namespaces].join(" ")) ?? [];
  return {
    version: (metadata && childText(metadata, "schemaversion")) ?? (major ? `${major}.${minor}` : "1"),
    title: wordsIn(general, "title"),
    description: wordsIn(general, "description"),
    language: (general && childText(general, "language")) ?? languageOf(general),
    items: organization ? topItems(organization) : [],
    resources: list ? resourcesOf(list) : [],
  };
}

/** One item without a title holds all others. */
function topItems(organization: XmlElement): Item[] {
  const items = childrenNamed(organization, "item").map((item, index) => itemOf(item, String(index + 1)));
  const [only] = items;
  return items.length === 1 && only && !only.ref && !only.title ? only.children : items;
}

/** `place`: its number in the organization, behind the numbers of what it lies in. */
function itemOf(element: XmlElement, place: string): Item {
  return {
    place,
    title: childText(element, "title") ?? "",
    ref: attribute(element, "identifierref"),
    children: childrenNamed(element, "item").map((item, index) => itemOf(item, `${place}.${index + 1}`)),
  };
}

function resourcesOf(list: XmlElement): Resource[] {
  const base = attribute(list, "base") ?? "";
  const counts = new Map<string, number>();
  return childrenNamed(list, "resource").map((element) => {
    const given = attribute(element, "identifier") ?? "";
    const count = (counts.get(given) ?? 0) + 1;
    counts.set(given, count);
    const folder = base + (attribute(element, "base") ?? "");
    const files = childrenNamed(element, "file").flatMap(
      (file) => pathOf(folder, attribute(file, "href")) ?? [],
    );
    const type = attribute(element, "type") ?? "";
    const variant = everyElement(element).find(({ name }) => name === "variant");
    return {
      id: count > 1 ? `${given}#${count}` : given,
      kind: files.some((path) => path.endsWith("assignment_settings.xml")) ? "assignment" : kindOf(type),
      type,
      main: pathOf(folder, attribute(element, "href")) ?? files[0] ?? null,
      files,
      dependencies: childrenNamed(element, "dependency").flatMap(
        (dependency) => attribute(dependency, "identifierref") ?? [],
      ),
      isForTeachers: isForTeachers(element),
      url: urlOf(element),
      variantOf: variant ? attribute(variant, "identifierref") : null,
    };
  });
}

function kindOf(type: string): ResourceKind {
  if (/^webcontent$/i.test(type)) return "content";
  if (/^imswl/i.test(type)) return "link";
  if (/^imsdt/i.test(type)) return "discussion";
  if (/lti/i.test(type)) return "tool";
  if (/^assignment/i.test(type)) return "assignment";
  if (/^imsqti.*question-bank/i.test(type)) return "questionBank";
  if (/^imsqti/i.test(type)) return "quiz";
  return /^associatedcontent|learning-application-resource/i.test(type) ? "associated" : "unknown";
}

/** By its role, or because it is a plan of lessons. */
function isForTeachers(resource: XmlElement): boolean {
  if (/lessonplan/i.test(attribute(resource, "intendeduse") ?? "")) return true;
  const roles = everyElement(resource).filter(({ name }) => name === "intendedEndUserRole");
  const said = roles.map((role) => childText(role, "value") ?? "");
  return said.length > 0 && said.every((role) => /^(instructor|mentor)$/i.test(role));
}

/** The address of a web link. */
export function urlOf(link: XmlElement): string | null {
  const url = everyElement(link).find(({ name }) => name.toLowerCase() === "url");
  return url ? attribute(url, "href") : null;
}

/** Where a file lies in the cartridge. */
function pathOf(folder: string, href: string | null): string | null {
  if (!href) return null;
  const [path = ""] = href.split(/[?#]/, 1);
  return posix.normalize(posix.join(folder, path.replaceAll("\\", "/"))).replace(/^\.?\//, "");
}

/** Of a title or description, in its first language. */
function wordsIn(general: XmlElement | undefined, name: string): string | null {
  const owner = general && childNamed(general, name);
  if (!owner) return null;
  const [string] = everyElement(owner).filter(({ text }) => text.trim() !== "");
  return string?.text.trim().replace(/\s+/g, " ") ?? null;
}

function languageOf(general: XmlElement | undefined): string | null {
  const title = general && childNamed(general, "title");
  const tagged = title && everyElement(title).find((element) => attribute(element, "language"));
  return tagged ? attribute(tagged, "language") : null;
}

import type { TextFiles } from "#app/assessment/exchange/moodle-texts.ts";
import { said } from "#app/assessment/exchange/moodle-backup-question.ts";
import { contentTypeOf } from "#app/library/content-types.ts";
import { bytesOf, type SourceFile, type SourceFiles } from "#app/library/package-source.ts";
import { attribute, childrenNamed, type XmlElement } from "#app/library/xml-document.ts";

import { isShownPicture } from "./course-media.ts";
import type { Resolve, Target } from "./foreign-course.ts";
import type { PartsLedger } from "./parts-ledger.ts";

/** A file as files.xml lists it; `path` is its folders and name in its area. */
export type BackupFile = {
  partId: string;
  contextId: string;
  component: string;
  area: string;
  itemId: string;
  path: string;
  name: string;
  /** Null when its content is not in the backup. */
  file: SourceFile | null;
};

/** The files of a course's content; those of people (`user`, `assignsubmission` and the like) are not looked at. */
const ofContent = /^(mod_\w+|course|contentbank|question|qtype_\w+)$/;
/** What learners have sent in, in areas of activities. */
const ofPeople = /^(attachment|post|submission\w*|response\w*|files_?from_?users|attachments?_?answers?)$/;

export class MoodleFiles {
  readonly list: BackupFile[];
  private readonly byPlace: Map<string, BackupFile>;
  private readonly ledger: PartsLedger;

  constructor(document: XmlElement | null, files: SourceFiles, ledger: PartsLedger) {
    this.ledger = ledger;
    this.list = (document ? childrenNamed(document, "file") : []).flatMap((element) => {
      const listed = listedFile(element, files);
      return listed ? [listed] : [];
    });
    this.byPlace = new Map(this.list.map((one) => [placeOf(one), one]));
    for (const one of this.list) {
      ledger.recognise(one.partId, one.name, "file");
      if (!one.file) ledger.leave(one.partId, "authoring.foreignLeftMissing");
    }
  }

  of(contextId: string, area: string): BackupFile[] {
    return this.list.filter((one) => one.contextId === contextId && one.area === area);
  }

  /** For texts of an area: @@PLUGINFILE@@ is where their files are; $@PAGEVIEWBYID*5@$ is an activity. */
  resolver(contextId: string, area: string, itemId = "0"): Resolve {
    return (address) => {
      const [, moduleId] = /^\$@\w+VIEWBYID\*(\d+)@\$/.exec(address) ?? [];
      if (moduleId) return { kind: "piece", partId: modulePartId(moduleId) };
      const [, named] = /^@@PLUGINFILE@@\/([^?#]+)/.exec(address) ?? [];
      if (named === undefined) return null;
      const path = decoded(named);
      const found = this.byPlace.get(placeOf({ component: "", contextId, area, itemId, path }));
      return found ? targetOf(found) : null;
    };
  }

  /** For a web page among the files of an area, which names them as they lie. */
  beside(contextId: string, area: string, itemId: string): Resolve {
    const placed = this.resolver(contextId, area, itemId);
    return (address) => {
      if (/^[a-z][a-z\d+.-]*:|^[#$@]/i.test(address)) return placed(address);
      const path = decoded(address.split(/[?#]/, 1)[0] ?? "").replace(/^(\.?\/)+/, "");
      const found = this.byPlace.get(placeOf({ component: "", contextId, area, itemId, path }));
      return found ? targetOf(found) : null;
    };
  }

  /** For the text at the head of a section, whose files are the course's. */
  ofSection(sectionId: string): Resolve {
    const course = this.list.find(({ component, area }) => component === "course" && area === "section");
    return this.resolver(course?.contextId ?? "", "section", sectionId);
  }

  /** For questions: pictures only, which count as used once they are read. */
  ofQuestion(): TextFiles {
    return (text, name) => {
      const [area, itemId] = [attribute(text, "filearea"), attribute(text, "itemid")];
      if (!area || !itemId) return null;
      const place = { component: "question", contextId: "", area, itemId, path: name };
      const found = this.byPlace.get(placeOf(place));
      const file = found?.file;
      const contentType = contentTypeOf(name);
      if (!file || !/^image\/(png|jpeg|webp)$/.test(contentType)) return null;
      const read = async () => {
        const bytes = await bytesOf(file);
        if (isShownPicture(bytes)) this.ledger.take(found.partId);
        return bytes;
      };
      return { path: name, contentType, read };
    };
  }
}

export function modulePartId(moduleId: string): string {
  return `activity:${moduleId}`;
}

export function targetOf({
  partId,
  file,
  path,
}: Pick<BackupFile, "partId" | "file" | "path">): Target | null {
  return file ? { kind: "file", partId, file: { ...file, path: `${partId}/${path}` } } : null;
}

/** Questions know their areas by themselves: those of a category may lie in several contexts. */
function placeOf({ component, contextId, area, itemId, path }: Omit<BackupFile, "partId" | "name" | "file">) {
  const owner = /^(question|qtype_)/.test(component) ? "question" : contextId;
  return [owner, area, itemId, path].join("\0");
}

/** Its content lies under its checksum, whose first two digits are a folder. */
function listedFile(element: XmlElement, files: SourceFiles): BackupFile | null {
  const name = said(element, "filename") ?? ".";
  const component = said(element, "component") ?? "";
  const area = said(element, "filearea") ?? "";
  if (name === "." || !ofContent.test(component) || ofPeople.test(area)) return null;
  // The unpacked form of what lies beside it as a package.
  if (component === "mod_scorm" && area !== "package") return null;
  const hash = said(element, "contenthash") ?? "";
  return {
    partId: `file:${attribute(element, "id") ?? hash}`,
    contextId: said(element, "contextid") ?? "",
    component,
    area,
    itemId: said(element, "itemid") ?? "0",
    path: `${said(element, "filepath") ?? "/"}${name}`.replace(/^\/+/, ""),
    name,
    file: files.get(`files/${hash.slice(0, 2)}/${hash}`) ?? null,
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

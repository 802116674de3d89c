import { everyNamed, said } from "#app/assessment/exchange/moodle-backup-question.ts";
import { readDescription, type SourceFiles } from "#app/library/package-source.ts";
import { attribute, childNamed, parseXml, type XmlElement } from "#app/library/xml-document.ts";
import { decodeXml } from "#app/library/xml-text.ts";

/** The outline of a Moodle backup (Moodle developer documentation, "Backup 2.0"): moodle_backup.xml and its sections. */

export type BackupActivity = { moduleId: string; kind: string; title: string; directory: string };

export type BackupSection = {
  id: string;
  number: number;
  title: string;
  /** HTML. */
  summary: string;
  /** Activities in order. */
  sequence: string[];
  isHidden: boolean;
};

export type BackupOutline = {
  release: string;
  title: string | null;
  summary: string;
  language: string | null;
  sections: BackupSection[];
  activities: BackupActivity[];
};

/** A document of the backup by its name without ending; null when it is not there. */
export async function documentOf(files: SourceFiles, name: string): Promise<XmlElement | null> {
  const path = `${name}.xml`;
  const file = files.get(path);
  if (!file) return null;
  return parseXml(decodeXml(await readDescription(file), path, []), path).root;
}

export async function readOutline(root: XmlElement, files: SourceFiles): Promise<BackupOutline> {
  const information = childNamed(root, "information") ?? root;
  const contents = childNamed(information, "contents") ?? root;
  const course = await documentOf(files, "course/course");
  const list = (name: string) => everyNamed(contents, name);
  const sections: BackupSection[] = [];
  for (const listed of list("section")) {
    const section = await documentOf(files, `${said(listed, "directory") ?? ""}/section`);
    if (section) sections.push(sectionOf(section));
  }
  return {
    release: said(information, "moodle_release") ?? "",
    title: (course && said(course, "fullname")) ?? said(information, "original_course_fullname"),
    summary: (course && said(course, "summary")) ?? "",
    language: course && said(course, "lang"),
    sections: sections.sort((one, other) => one.number - other.number),
    activities: list("activity").map((activity) => ({
      moduleId: said(activity, "moduleid") ?? "",
      kind: said(activity, "modulename") ?? "",
      title: said(activity, "title") ?? "",
      directory: said(activity, "directory") ?? "",
    })),
  };
}

function sectionOf(section: XmlElement): BackupSection {
  return {
    id: attribute(section, "id") ?? "",
    number: Number(said(section, "number") ?? 0),
    title: said(section, "name") ?? "",
    summary: said(section, "summary") ?? "",
    sequence: (said(section, "sequence") ?? "").split(",").map((id) => id.trim()),
    isHidden: said(section, "visible") === "0",
  };
}

import { createHash } from "node:crypto";

import { escaped } from "./cartridges.ts";

/** Backups of Moodle courses, as Moodle writes them. */

export type BackupFileEntry = {
  contextId: number;
  component: string;
  area: string;
  itemId?: number;
  name: string;
  content: string | Buffer;
  isMissing?: boolean;
};

/** `inner`: what stands in the element of the activity's kind. */
export type BackupActivityEntry = {
  id: number;
  kind: string;
  title: string;
  inner: string;
  isHidden?: boolean;
};

export type BackupSectionEntry = {
  id: number;
  title?: string;
  summary?: string;
  activities: BackupActivityEntry[];
};

export function backupFiles({
  title = "Safer phones",
  language = "",
  sections,
  files = [],
  questions = "",
}: {
  title?: string;
  language?: string;
  sections: BackupSectionEntry[];
  files?: BackupFileEntry[];
  questions?: string;
}): Record<string, string | Buffer> {
  const activities = sections.flatMap(({ id, activities: own }) =>
    own.map((one) => ({ ...one, sectionId: id })),
  );
  const listed = activities.map(
    ({ id, kind, title: name, sectionId }) =>
      `<activity><moduleid>${id}</moduleid><sectionid>${sectionId}</sectionid><modulename>${kind}</modulename><title>${escaped(name)}</title><directory>activities/${kind}_${id}</directory></activity>`,
  );
  const listedSections = sections.map(
    ({ id }) =>
      `<section><sectionid>${id}</sectionid><title>${id}</title><directory>sections/section_${id}</directory></section>`,
  );
  const result: Record<string, string | Buffer> = {
    "moodle_backup.xml": `<?xml version="1.0" encoding="UTF-8"?><moodle_backup><information><name>b.mbz</name><moodle_release>4.5 (Build: 20241007)</moodle_release><original_course_fullname>${escaped(title)}</original_course_fullname><contents><activities>${listed.join("")}</activities><sections>${listedSections.join("")}</sections><course><courseid>1</courseid><directory>course</directory></course></contents></information></moodle_backup>`,
    "course/course.xml": `<course id="1" contextid="1"><shortname>s</shortname><fullname>${escaped(title)}</fullname><summary>&lt;p&gt;What phones tell.&lt;/p&gt;</summary><lang>${language}</lang></course>`,
    "files.xml": `<files>${files.map(fileXml).join("")}</files>`,
    "questions.xml": `<question_categories>${questions}</question_categories>`,
  };
  sections.forEach(({ id, title: name, summary = "", activities: own }, index) => {
    result[`sections/section_${id}/section.xml`] =
      `<section id="${id}"><number>${index}</number><name>${name ? escaped(name) : "$@NULL@$"}</name><summary>${escaped(summary)}</summary><sequence>${own.map((one) => one.id).join(",")}</sequence><visible>1</visible></section>`;
  });
  for (const { id, kind, title: name, inner, isHidden } of activities) {
    result[`activities/${kind}_${id}/${kind}.xml`] =
      `<activity id="${id}" moduleid="${id}" modulename="${kind}" contextid="${contextOf(id)}"><${kind} id="${id}"><name>${escaped(name)}</name>${inner}</${kind}></activity>`;
    result[`activities/${kind}_${id}/module.xml`] =
      `<module id="${id}"><visible>${isHidden ? 0 : 1}</visible></module>`;
  }
  for (const { content, isMissing } of files) {
    if (!isMissing) result[`files/${hashOf(content).slice(0, 2)}/${hashOf(content)}`] = content;
  }
  return result;
}

export function contextOf(activityId: number): number {
  return 1000 + activityId;
}

/** A text element in HTML. */
export function text(name: string, html: string): string {
  return `<${name}>${escaped(html)}</${name}><${name}format>1</${name}format>`;
}

function fileXml(
  { contextId, component, area, itemId = 0, name, content }: BackupFileEntry,
  index: number,
): string {
  return `<file id="${index + 1}"><contenthash>${hashOf(content)}</contenthash><contextid>${contextId}</contextid><component>${component}</component><filearea>${area}</filearea><itemid>${itemId}</itemid><filepath>/</filepath><filename>${escaped(name)}</filename></file><file id="d${index + 1}"><contenthash>x</contenthash><contextid>${contextId}</contextid><component>${component}</component><filearea>${area}</filearea><itemid>${itemId}</itemid><filepath>/</filepath><filename>.</filename></file>`;
}

function hashOf(content: string | Buffer): string {
  return createHash("sha1").update(content).digest("hex");
}

/** A question as it stands in questions.xml; `plugin`: what its type adds. */
export function backupQuestion({
  id,
  type,
  name,
  html,
  plugin = "",
  parent = 0,
}: {
  id: number;
  type: string;
  name: string;
  html: string;
  plugin?: string;
  parent?: number;
}): string {
  return `<question id="${id}"><parent>${parent}</parent><name>${escaped(name)}</name>${text("questiontext", html)}${text("generalfeedback", "Because.")}<defaultmark>2.0000000</defaultmark><qtype>${type}</qtype><hidden>0</hidden><idnumber>$@NULL@$</idnumber><plugin_qtype_${type}_question>${plugin}</plugin_qtype_${type}_question></question>`;
}

export function answerXml(id: number, words: string, fraction: number, feedback = ""): string {
  return `<answer id="${id}"><answertext>${escaped(words)}</answertext><answerformat>1</answerformat><fraction>${fraction.toFixed(7)}</fraction><feedback>${escaped(feedback)}</feedback><feedbackformat>1</feedbackformat></answer>`;
}

/** As Moodle writes categories up to 3.11. */
export function plainCategory(id: number, name: string, questions: string[]): string {
  return `<question_category id="${id}"><name>${escaped(name)}</name><parent>0</parent><questions>${questions.join("")}</questions></question_category>`;
}

/** As Moodle writes them since 4.0: an entry has versions, in order. */
export function versionedCategory(
  id: number,
  name: string,
  entries: { id: number; versions: string[] }[],
): string {
  const written = entries.map(
    (entry) =>
      `<question_bank_entry id="${entry.id}"><questioncategoryid>${id}</questioncategoryid><idnumber>$@NULL@$</idnumber><question_version>${entry.versions
        .map(
          (question, index) =>
            `<question_versions id="${entry.id}${index}"><version>${index + 1}</version><status>ready</status><questions>${question}</questions></question_versions>`,
        )
        .join("")}</question_version></question_bank_entry>`,
  );
  return `<question_category id="${id}"><name>${escaped(name)}</name><parent>0</parent><question_bank_entries>${written.join("")}</question_bank_entries></question_category>`;
}

import { expect, test } from "vitest";

import { importCourse } from "#app/authoring/course-import.server.ts";
import { readMoodleBackupBank } from "#app/assessment/exchange/moodle-backup-bank.ts";
import { readMoodle } from "#app/assessment/exchange/moodle-reader.ts";
import { checkCourseFolder } from "#app/library/course-folder.server.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { parseXml } from "#app/library/xml-document.ts";
import { onePixel } from "#tests/builders/cartridges.ts";
import { foreignFolder, reasonsOf } from "#tests/builders/foreign-courses.ts";
import { h5pFiles } from "#tests/builders/h5p.ts";
import { scormFiles } from "#tests/builders/packages.ts";
import {
  answerXml,
  backupFiles,
  backupQuestion,
  contextOf,
  plainCategory,
  text,
  versionedCategory,
} from "#tests/builders/moodle-backups.ts";
import { readInEnglish } from "#tests/builders/question-files.ts";
import { tarGz } from "#tests/builders/tar.ts";
import { zipped } from "#tests/builders/zip-bytes.ts";

const choice = (id: number, name: string, html = "<p>What now?</p>") =>
  backupQuestion({
    id,
    type: "multichoice",
    name,
    html,
    plugin: `<answers>${answerXml(id * 10, "Report it", 1, "Yes.")}${answerXml(id * 10 + 1, "Wait", 0)}</answers><multichoice id="1"><single>1</single></multichoice>`,
  });

/** A course with one of every kind of activity. */
function wholeBackup() {
  return backupFiles({
    title: "Safer phones",
    sections: [
      { id: 1, activities: [{ id: 10, kind: "forum", title: "News", inner: "" }] },
      {
        id: 2,
        title: "Week one",
        summary: "<p>What this week is about.</p>",
        activities: [
          { id: 20, kind: "label", title: "Label", inner: text("intro", "<h4>Read this</h4>") },
          {
            id: 21,
            kind: "page",
            title: "What phones tell",
            inner:
              text("intro", "") +
              text(
                "content",
                `<p>See <img src="@@PLUGINFILE@@/a%20map.png" alt="A map">, <a href="$@URLVIEWBYID*24@$">help</a> and <a href="$@PAGEVIEWBYID*21@$">this page</a>.</p>`,
              ),
          },
          {
            id: 22,
            kind: "book",
            title: "Handbook",
            inner: `${text("intro", "")}<chapters><chapter id="1"><pagenum>1</pagenum><title>First chapter</title>${text("content", "<p>One.</p>")}<hidden>0</hidden></chapter><chapter id="2"><pagenum>2</pagenum><title>Second chapter</title>${text("content", "<p>Two.</p>")}<hidden>1</hidden></chapter></chapters>`,
          },
          { id: 23, kind: "resource", title: "A drawing", inner: text("intro", "") },
          {
            id: 24,
            kind: "url",
            title: "Help",
            inner: `${text("intro", "<p>Day and night.</p>")}<externalurl>https://example.org/help</externalurl>`,
          },
          { id: 25, kind: "folder", title: "Papers", inner: text("intro", "") },
          {
            id: 26,
            kind: "quiz",
            title: "Check yourself",
            inner: `${text("intro", "<p>Two questions.</p>")}<attempts_number>3</attempts_number><grademethod>4</grademethod><timelimit>600</timelimit><preferredbehaviour>deferredfeedback</preferredbehaviour><shuffleanswers>0</shuffleanswers><question_instances><question_instance id="1"><slot>1</slot><maxmark>5.0</maxmark><question_reference id="1"><questionbankentryid>70</questionbankentryid><version>$@NULL@$</version></question_reference></question_instance><question_instance id="2"><slot>2</slot><maxmark>1.0</maxmark><question_set_reference id="2"><filtercondition>{}</filtercondition></question_set_reference></question_instance></question_instances>`,
          },
          { id: 27, kind: "h5pactivity", title: "Exercise", inner: text("intro", "<p>Try it.</p>") },
          { id: 28, kind: "scorm", title: "Old module", inner: text("intro", "") },
          { id: 29, kind: "lti", title: "Tool", inner: "" },
          { id: 30, kind: "assign", title: "Essay", inner: "" },
          { id: 31, kind: "glossary", title: "Words", inner: text("intro", "") },
          { id: 32, kind: "page", title: "Secret", isHidden: true, inner: text("content", "<p>Hidden.</p>") },
        ],
      },
    ],
    files: [
      {
        contextId: contextOf(21),
        component: "mod_page",
        area: "content",
        name: "a map.png",
        content: onePixel,
      },
      {
        contextId: contextOf(23),
        component: "mod_resource",
        area: "content",
        name: "drawing.png",
        content: Buffer.concat([onePixel, Buffer.from("2")]),
      },
      {
        contextId: contextOf(25),
        component: "mod_folder",
        area: "content",
        name: "paper.pdf",
        content: "%PDF-1.4",
      },
      {
        contextId: contextOf(27),
        component: "mod_h5pactivity",
        area: "package",
        name: "tiny.h5p",
        content: zipped(h5pFiles()),
      },
      {
        contextId: contextOf(28),
        component: "mod_scorm",
        area: "package",
        name: "old.zip",
        content: zipped(scormFiles()),
      },
      { contextId: 1, component: "user", area: "profile", name: "face.png", content: onePixel },
    ],
    questions: versionedCategory(5, "Default for Safer phones", [
      { id: 70, versions: [choice(100, "Now", "<p>As it was?</p>"), choice(101, "Now")] },
      { id: 71, versions: [choice(102, "Nobody asks this")] },
      { id: 72, versions: [backupQuestion({ id: 103, type: "calculated", name: "Sum", html: "1+{x}" })] },
    ]),
  });
}

test.each([
  ["a gzipped tar", () => tarGz(wholeBackup())],
  ["a ZIP archive", () => zipped(wholeBackup())],
])("the backup of a Moodle course in %s becomes a course that can be imported", async (_, bytes) => {
  const { course, folder, texts } = await foreignFolder(bytes(), "backup.mbz");
  expect(course).toMatchObject({
    kind: "moodle-backup",
    version: "4.5 (Build: 20241007)",
    title: "Safer phones",
  });
  expect(await checkCourseFolder(folder)).toEqual([]);
  const { slug } = await importCourse(folder);
  const { structure } = await getCurrentCourse(slug);
  expect(structure.course.outline.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
    "lesson week-one",
    "file paper",
    "quiz check-yourself",
    "package exercise",
    "package old-module",
    "lesson secret",
  ]);
  expect(texts.get("lessons/week-one/en.md")).toBe(
    [
      "::page[Week one]{#week-one}",
      "What this week is about.",
      "## Read this",
      "::page[What phones tell]{#what-phones-tell}",
      "See ![A map](media/a-map.png), [help](a-drawing) and [this page](what-phones-tell).",
      "::page[First chapter]{#first-chapter}",
      "One.",
      "::page[Second chapter]{#second-chapter}",
      "Two.",
      "::page[A drawing]{#a-drawing}",
      "![A drawing](media/drawing.png)",
      "[Help](https://example.org/help)",
      "Day and night.",
    ].join("\n\n") + "\n",
  );
  expect(texts.get("course.yaml")).toContain("en: media/paper.pdf");
  const quiz = texts.get("quizzes/check-yourself.yaml") ?? "";
  for (const line of [
    "mode: test",
    "attempts: 3",
    "timeLimitMinutes: 10",
    "scoring: last",
    "shuffleOptions: false",
    "points: 5",
  ])
    expect(quiz).toContain(line);
  expect(texts.get("text/en.yaml")).toContain("summary: Two questions.");
  expect(texts.get("text/en.yaml")).not.toContain("As it was?");
});

test("every part of a backup is imported or left out with its reason; of people nothing is read", async () => {
  const { course } = await foreignFolder(tarGz(wholeBackup()), "backup.mbz");
  expect(reasonsOf(course)).toEqual({
    "Check yourself 2": "exchange.leftRandom",
    Essay: "authoring.foreignLeftAssignment",
    News: "authoring.foreignLeftDiscussion",
    "Safer phones": "authoring.foreignLeftModule",
    Sum: "exchange.leftCalculated",
    Tool: "authoring.foreignLeftTool",
    Words: "authoring.foreignLeftKind",
  });
  expect(course.recognised.map(({ name }) => name)).not.toContain("face.png");
  const settled = [...course.imported, ...course.leftOut].map(({ id }) => id);
  expect(settled.toSorted()).toEqual(course.recognised.map(({ id }) => id).toSorted());
  const hidden = course.imported.filter(({ notes }) =>
    notes.some(({ key }) => key.endsWith("foreignNoteHidden")),
  );
  expect(hidden.map(({ name }) => name)).toEqual(["Second chapter", "Secret"]);
});

test("a package that cannot be played is left out with what is wrong with it", async () => {
  const { course } = await foreignFolder(
    backupFiles({
      title: "Broken",
      sections: [
        {
          id: 1,
          title: "One",
          activities: [
            { id: 1, kind: "page", title: "P", inner: text("content", "<p>x</p>") },
            { id: 2, kind: "h5pactivity", title: "No H5P", inner: "" },
            { id: 3, kind: "scorm", title: "Gone", inner: "" },
          ],
        },
      ],
      files: [
        {
          contextId: contextOf(2),
          component: "mod_h5pactivity",
          area: "package",
          name: "a.h5p",
          content: zipped({ "a.txt": "x" }),
        },
        {
          contextId: contextOf(3),
          component: "mod_scorm",
          area: "package",
          name: "b.zip",
          content: "gone",
          isMissing: true,
        },
      ],
    }),
  );
  expect(reasonsOf(course)).toMatchObject({
    "No H5P": "packages.refusedUnknown",
    Gone: "authoring.foreignLeftMissing",
  });
});

test("a question bank that cannot be read is left out, and the pages are there all the same", async () => {
  const files = backupFiles({
    title: "Half",
    sections: [
      { id: 1, title: "One", activities: [{ id: 1, kind: "page", title: "P", inner: text("content", "x") }] },
    ],
    questions: "<question_category>",
  });
  const { course, folder } = await foreignFolder(files);
  expect(await checkCourseFolder(folder)).toEqual([]);
  expect(reasonsOf(course)).toEqual({ questions: "packages.refusedXml" });
});

/** The same questions as the question bank's export has them, and as the backup has them. */
const pairs: [name: string, exported: string, backup: string][] = [
  [
    "truefalse",
    `<answer fraction="100" format="html"><text>true</text><feedback format="html"><text>Yes.</text></feedback></answer><answer fraction="0" format="html"><text>false</text><feedback format="html"><text></text></feedback></answer>`,
    `<answers>${answerXml(1, "Tačno", 1, "Yes.")}${answerXml(2, "Netačno", 0)}</answers><truefalse id="1"><trueanswer>1</trueanswer><falseanswer>2</falseanswer></truefalse>`,
  ],
  [
    "shortanswer",
    `<usecase>1</usecase><answer fraction="100" format="html"><text>Skopje</text><feedback><text></text></feedback></answer>`,
    `<answers>${answerXml(1, "Skopje", 1)}</answers><shortanswer id="1"><usecase>1</usecase></shortanswer>`,
  ],
  [
    "numerical",
    `<answer fraction="100" format="html"><text>3</text><feedback><text></text></feedback><tolerance>0.5</tolerance></answer><units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit></units><unitgradingtype>1</unitgradingtype>`,
    `<answers>${answerXml(1, "3", 1)}</answers><numerical_units><numerical_unit id="1"><multiplier>1</multiplier><unit>m</unit></numerical_unit></numerical_units><numerical_options><numerical_option id="1"><unitgradingtype>1</unitgradingtype></numerical_option></numerical_options><numerical_records><numerical_record id="1"><answer>1</answer><tolerance>0.5</tolerance></numerical_record></numerical_records>`,
  ],
  [
    "match",
    `<subquestion format="html"><text>A</text><answer><text>1</text></answer></subquestion><subquestion format="html"><text>B</text><answer><text>2</text></answer></subquestion><subquestion format="html"><text></text><answer><text>3</text></answer></subquestion>`,
    `<matchoptions id="1"><shuffleanswers>1</shuffleanswers></matchoptions><matches><match id="1">${text("questiontext", "A")}<answertext>1</answertext></match><match id="2">${text("questiontext", "B")}<answertext>2</answertext></match><match id="3">${text("questiontext", "")}<answertext>3</answertext></match></matches>`,
  ],
  [
    "ordering",
    `<gradingtype>ALL_OR_NOTHING</gradingtype><answer fraction="1" format="html"><text>One</text></answer><answer fraction="2" format="html"><text>Two</text></answer>`,
    `<answers>${answerXml(1, "One", 1)}${answerXml(2, "Two", 2)}</answers><ordering id="1"><gradingtype>-1</gradingtype></ordering>`,
  ],
  [
    "essay",
    `<responseformat>editor</responseformat><maxwordlimit>100</maxwordlimit><graderinfo format="html"><text>Look for it.</text></graderinfo>`,
    `<essay id="1"><responseformat>editor</responseformat><maxwordlimit>100</maxwordlimit>${text("graderinfo", "Look for it.")}</essay>`,
  ],
  [
    "gapselect",
    `<selectoption><text>in</text><group>1</group></selectoption><selectoption><text>out</text><group>1</group></selectoption>`,
    `<answers>${answerXml(1, "in", 0, "1")}${answerXml(2, "out", 0, "1")}</answers>`,
  ],
  [
    "ddwtos",
    `<dragbox><text>in</text><group>2</group></dragbox><dragbox><text>out</text><group>2</group></dragbox>`,
    `<answers>${answerXml(1, "in", 0, 'O:8:"stdClass":2:{s:9:"draggroup";s:1:"2";s:8:"infinite";i:0;}')}${answerXml(2, "out", 0, 'O:8:"stdClass":2:{s:9:"draggroup";i:2;s:8:"infinite";i:0;}')}</answers>`,
  ],
];

test.each(pairs)(
  "a question of the type %s is the same from a backup as from an export",
  (type, exported, backup) => {
    const html = type === "gapselect" || type === "ddwtos" ? "Go [[1]] or [[2]]." : "<p>Well?</p>";
    const fromExport = readMoodle(
      parseXml(
        `<quiz><question type="${type}"><name><text>Q</text></name><questiontext format="html"><text><![CDATA[${html}]]></text></questiontext><generalfeedback format="html"><text>Because.</text></generalfeedback><defaultgrade>2</defaultgrade>${exported}</question></quiz>`,
        "export.xml",
      ).root,
      readInEnglish,
    );
    const question = backupQuestion({ id: 1, type, name: "Q", html, plugin: backup });
    for (const category of [
      plainCategory(1, "", [question]),
      versionedCategory(1, "", [{ id: 9, versions: [question] }]),
    ]) {
      const [fromBackup] = readMoodleBackupBank(
        parseXml(`<question_categories>${category}</question_categories>`, "questions.xml").root,
        readInEnglish,
        () => null,
      );
      const read =
        fromBackup && "question" in fromBackup.outcome ? fromBackup.outcome.question : fromBackup?.outcome;
      expect(fromExport.leftOut).toEqual([]);
      expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(fromExport.questions[0])));
    }
  },
);

test("numbers that mean nothing are not taken as settings", async () => {
  const { folder, texts } = await foreignFolder(
    backupFiles({
      title: "Numbers",
      sections: [
        {
          id: 1,
          title: "One",
          activities: [
            {
              id: 1,
              kind: "quiz",
              title: "Quiz",
              inner: `<attempts_number>1e999</attempts_number><timelimit>-5</timelimit><delay1>soon</delay1><question_instances><question_instance id="1"><questionid>100</questionid><maxmark>1e999</maxmark></question_instance></question_instances>`,
            },
          ],
        },
      ],
      questions: plainCategory(1, "C", [choice(100, "Now")]),
    }),
  );
  expect(await checkCourseFolder(folder)).toEqual([]);
  expect(texts.get("quizzes/quiz.yaml")).not.toMatch(/attempts|timeLimit|wait/);
});

test("gaps of an embedded-answers question are put together from their parts, and pictures are found by their area", async () => {
  const files = backupFiles({
    title: "Gaps",
    sections: [
      {
        id: 1,
        title: "One",
        activities: [
          {
            id: 1,
            kind: "quiz",
            title: "Quiz",
            inner: `<question_instances><question_instance id="1"><slot>1</slot><questionid>1</questionid><maxmark>1</maxmark></question_instance></question_instances>`,
          },
        ],
      },
    ],
    files: [
      {
        contextId: 3,
        component: "question",
        area: "questiontext",
        itemId: 1,
        name: "p.png",
        content: onePixel,
      },
    ],
    questions: plainCategory(1, "Top", [
      backupQuestion({
        id: 1,
        type: "multianswer",
        name: "Cloze",
        html: `<p><img src="@@PLUGINFILE@@/p.png" alt="A sign"></p><p>Go {#1} now.</p>`,
        plugin: `<multianswer id="1"><question>1</question><sequence>2</sequence></multianswer>`,
      }),
      backupQuestion({
        id: 2,
        parent: 1,
        type: "multichoice",
        name: "part",
        html: "{1:MULTICHOICE:=in~out}",
      }),
    ]),
  });
  const { course, folder, texts } = await foreignFolder(files);
  expect(await checkCourseFolder(folder)).toEqual([]);
  expect(texts.get("quizzes/quiz.yaml")).toContain("type: blanks");
  expect(texts.get("text/en.yaml")).toMatch(/!\[A sign\]\(p\.png\)/);
  expect(course.files.has("media/p.png")).toBe(true);
  expect(course.leftOut).toEqual([]);
});

test("points that a further try costs are told of a quiz that allows tries and of a bank, and not of another quiz", async () => {
  const withPenalty = (id: number) =>
    choice(id, `Q${id}`).replace("<qtype>", "<penalty>0.3333333</penalty><qtype>");
  const quiz = (id: number, behaviour: string, questions: number[]) => ({
    id,
    kind: "quiz",
    title: behaviour,
    inner: `<preferredbehaviour>${behaviour}</preferredbehaviour><question_instances>${questions
      .map(
        (question, at) =>
          `<question_instance id="${at}"><slot>${at}</slot><questionid>${question}</questionid></question_instance>`,
      )
      .join("")}</question_instances>`,
  });
  const { course } = await foreignFolder(
    backupFiles({
      title: "Tries",
      sections: [
        {
          id: 1,
          title: "One",
          activities: [quiz(1, "interactive", [100, 101]), quiz(2, "deferredfeedback", [102])],
        },
      ],
      questions: plainCategory(1, "Bank", [100, 101, 102, 103].map(withPenalty)),
    }),
  );
  const told = course.imported.flatMap(({ name, notes }) =>
    notes.filter(({ key }) => key === "exchange.noteTries").map(({ values }) => [name, values]),
  );
  expect(told).toEqual([
    ["interactive", { count: 2 }],
    ["Bank", { count: 1 }],
  ]);
});

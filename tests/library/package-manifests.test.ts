import { expect, test } from "vitest";

import { checkPackage } from "#app/library/check-package.server.ts";
import { joinAddress, withParameters } from "#app/library/package-address.ts";
import { activitiesOf } from "#app/library/package-activities.ts";
import type { ScormStructure } from "#app/library/package-structure.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { archive } from "#tests/builders/archives.ts";
import { cmi5Files, h5pFiles, scorm12, scorm2004, scormFiles } from "#tests/builders/manifests.ts";

type Files = Record<string, string | Buffer>;

async function accepted(files: Files) {
  const outcome = await checkPackage(archive(files));
  if ("refusal" in outcome) throw new Error(JSON.stringify(outcome.refusal));
  return outcome;
}

async function scorm(files: Files) {
  const { structure, findings } = await accepted(files);
  return { structure: structure as ScormStructure, findings: findings.map(({ key }) => key) };
}

async function refusal(files: Files) {
  const outcome = await checkPackage(archive(files));
  return "refusal" in outcome ? outcome.refusal : null;
}

test.each([
  ["1.2", "scorm-1.2", undefined],
  ["SCORM 1.2", "scorm-1.2", undefined],
])("schemaversion %s is SCORM 1.2", async (schemaversion, standard) => {
  const { structure, findings } = await scorm(scormFiles(scorm12({ schemaversion })));
  expect(structure.standard).toBe(standard);
  expect(findings).toEqual([]);
});

test.each([
  ["CAM 1.3", "2nd"],
  ["2004 2nd Edition", "2nd"],
  ["2004 3rd Edition", "3rd"],
  ["2004 3RD EDITION", "3rd"],
  ["2004 4th Edition", "4th"],
  ["SCORM 2004 4th Edition", "4th"],
])("schemaversion %s is SCORM 2004, %s edition", async (schemaversion, edition) => {
  const { structure, findings } = await scorm(scormFiles(scorm2004({ schemaversion })));
  expect(structure).toMatchObject({ standard: "scorm-2004", edition });
  expect(findings).toEqual([]);
});

test("a missing, unknown or wrong schemaversion is made up for by what the manifest uses", async () => {
  for (const schemaversion of [null, "9.9", "2004 3rd Edition"]) {
    const { structure, findings } = await scorm(scormFiles(scorm12({ schemaversion })));
    expect(structure.standard).toBe("scorm-1.2");
    expect(findings).toEqual(["packages.forgivenVersion"]);
  }
  const fourth = scorm2004({
    schemaversion: null,
    items: `<item identifier="one" identifierref="r1"><title>One</title>
      <adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.5"/></item>`,
  });
  expect((await scorm(scormFiles(fourth))).structure).toMatchObject({ edition: "4th" });
});

test("names are read whatever their prefix is bound to", async () => {
  const namespaces = 'xmlns="urn:wrong" xmlns:adlcp="urn:wrong-too"';
  const { structure } = await scorm(scormFiles(scorm12({ namespaces })));
  expect(structure.root.children[0]).toMatchObject({ kind: "sco", launch: "index.html" });
  const unbound = scorm12({ namespaces: "" });
  expect((await scorm(scormFiles(unbound))).structure.root.children[0]?.kind).toBe("sco");
});

const encoded = (text: string, encoding: string) => {
  if (encoding === "utf-16le") return Buffer.from(`\uFEFF${text}`, "utf16le");
  const table = new Map([
    ["š", 0x9a],
    ["č", 0xe8],
    ["é", 0xe9],
  ]);
  return Buffer.from([...text].map((sign) => table.get(sign) ?? sign.charCodeAt(0)));
};

test.each([
  ["UTF-8 that declares UTF-16", '<?xml version="1.0" encoding="UTF-16"?>', "utf-8", "Učešće", "utf-8"],
  ["UTF-16 that declares UTF-8", '<?xml version="1.0" encoding="UTF-8"?>', "utf-16le", "Učešće", "utf-16"],
  ["a Windows file without declaration", '<?xml version="1.0"?>', "windows", "Rešenje č", "windows-1250"],
  [
    "a Western file that declares UTF-8",
    '<?xml version="1.0" encoding="UTF-8"?>',
    "windows",
    "Société",
    "windows-1252",
  ],
  ["an encoding nobody knows", '<?xml version="1.0" encoding="klingon"?>', "utf-8", "Učešće", "utf-8"],
])("%s is read and listed", async (_, declaration, encoding, title, found) => {
  const text = scorm12({ declaration }).replaceAll("A course", title);
  const bytes = encoding === "utf-8" ? Buffer.from(text) : encoded(text, encoding);
  const { structure, findings } = await accepted({ ...scormFiles(""), "imsmanifest.xml": bytes });
  expect(structure.title).toBe(title);
  expect(findings).toEqual([
    {
      kind: "forgiven",
      key: "packages.forgivenEncoding",
      values: { file: "imsmanifest.xml", encoding: found },
    },
  ]);
});

test("encodings that are declared rightly are no matter", async () => {
  const declaration = '<?xml version="1.0" encoding="windows-1250"?>';
  const text = scorm12({ declaration }).replaceAll("A course", "Rešenje");
  const { structure, findings } = await accepted({
    ...scormFiles(""),
    "imsmanifest.xml": encoded(text, "windows"),
  });
  expect([structure.title, findings]).toEqual(["Rešenje", []]);
});

test("XML that reads other files, grows without end or is broken is refused; a plain DOCTYPE is not", async () => {
  const withDoctype = (doctype: string, title: string) =>
    scormFiles(scorm12().replace("?>", `?>${doctype}`).replace("A course", title));
  const external = withDoctype('<!DOCTYPE manifest [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;");
  expect((await refusal(external))?.key).toBe("packages.refusedEntities");
  const laughs = withDoctype('<!DOCTYPE manifest [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>', "&b;");
  expect((await refusal(laughs))?.key).toBe("packages.refusedEntities");
  const parameter = withDoctype('<!DOCTYPE manifest [<!ENTITY % p SYSTEM "http://localhost/x"> %p;]>', "x");
  expect((await refusal(parameter))?.key).toBe("packages.refusedEntities");
  expect(await refusal(withDoctype('<!DOCTYPE manifest SYSTEM "imscp.dtd">', "x"))).toBeNull();
  const broken = scorm12().replace("</metadata>", "</metadatum>");
  expect(await refusal(scormFiles(broken))).toEqual({
    key: "packages.refusedXml",
    values: { file: "imsmanifest.xml", line: 3, column: expect.any(Number) as number },
  });
  const deep = scorm12({ beside: "<a>".repeat(150) + "</a>".repeat(150) });
  expect((await refusal(scormFiles(deep)))?.key).toBe("packages.refusedXmlSize");
});

test("items nest; what SCORM 1.2 says of each is read", async () => {
  const { structure } = await scorm(
    scormFiles(
      scorm12({
        items: `<item identifier="chapter"><title>Chapter</title>
          <item identifier="a" identifierref="r1" isvisible="false" parameters="?lang=sr&amp;x=1"><title>A</title>
            <adlcp:masteryscore>80</adlcp:masteryscore><adlcp:maxtimeallowed>00:30:00</adlcp:maxtimeallowed>
            <adlcp:timelimitaction>exit,message</adlcp:timelimitaction><adlcp:datafromlms>hello</adlcp:datafromlms></item>
          <item identifier="b" identifierref="r2"><title>B</title>
            <adlcp:prerequisites type="aicc_script">a</adlcp:prerequisites></item></item>`,
        resources: `<resource identifier="r1" adlcp:scormtype="sco" href="index.html?a=1#top"/>
          <resource identifier="r2" adlcp:scormType="asset" href="other.html"/>`,
      }),
      { "other.html": "" },
    ),
  );
  const [, chapter, a, b] = activitiesOf(structure.root);
  expect(chapter).toMatchObject({ id: "chapter", kind: null, launch: null });
  expect(a).toMatchObject({
    kind: "sco",
    isVisible: false,
    launch: "index.html?a=1&lang=sr&x=1#top",
    masteryScore: 80,
    maxTimeAllowed: "00:30:00",
    timeLimitAction: "exit,message",
    dataFromLms: "hello",
  });
  expect(b).toMatchObject({ kind: "asset", prerequisites: "a", sequencing: null });
});

test.each([
  ["index.html", "?a=1", "index.html?a=1"],
  ["index.html", "a=1", "index.html?a=1"],
  ["index.html", "&&?a=1", "index.html?a=1"],
  ["index.html?b=2", "?a=1", "index.html?b=2&a=1"],
  ["index.html#here", "#there", "index.html#here"],
  ["index.html", "#there", "index.html#there"],
  ["index.html#here", "a=1", "index.html?a=1#here"],
  ["index.html", null, "index.html"],
])("%s with parameters %s is opened as %s", (address, parameters, joined) => {
  expect(withParameters(address, parameters)).toBe(joined);
});

test("bases of manifest, resources and resource add up, and none leads out", async () => {
  const { structure } = await scorm({
    "imsmanifest.xml": scorm12({
      resources:
        '<resource identifier="r1" xml:base="lessons/" adlcp:scormtype="sco" href="../shared/My page.html"/>',
    }).replace("<resources>", '<resources xml:base="content/">'),
    "content/shared/My page.html": "",
  });
  expect(structure.root.children[0]?.launch).toBe("content/shared/My%20page.html");
  expect(joinAddress("a/", "../../../x.html")).toBe("x.html");
  expect(joinAddress("a/", "https://example.org/x")).toBe("https://example.org/x");
});

test("addresses are found with backslashes, escapes and other capital letters", async () => {
  const { structure, findings } = await scorm({
    "imsmanifest.xml": scorm12({
      resources: '<resource identifier="r1" adlcp:scormtype="sco" href="Content\\Start%20here.HTM"/>',
    }),
    "content/start here.htm": "",
  });
  expect(structure.root.children[0]?.launch).toBe("content/start%20here.htm");
  expect(findings).toEqual(["packages.forgivenHrefBackslashes", "packages.forgivenHrefCase"]);
});

test("files that are missing are named: a warning when others are there, else a refusal", async () => {
  const resources = `<resource identifier="r1" adlcp:scormtype="sco" href="index.html"><file href="index.html"/>
    <file href="img/logo.png"/></resource>`;
  expect((await accepted(scormFiles(scorm12({ resources })))).findings).toEqual([
    { kind: "warning", key: "packages.warningMissingFiles", values: { names: "img/logo.png", more: 0 } },
  ]);
  expect(await refusal({ "imsmanifest.xml": scorm12({ resources }) })).toEqual({
    key: "packages.refusedMissingFiles",
    values: { names: "index.html", more: 0 },
  });
});

test("a default organization that does not exist falls back to the first; the others are mentioned", async () => {
  const organizations = ["one", "two"]
    .map(
      (id) =>
        `<organization identifier="${id}"><title>${id}</title><item identifier="i" identifierref="r1"/></organization>`,
    )
    .join("");
  const { structure, findings } = await scorm(scormFiles(scorm12({ organizations })));
  expect(structure.title).toBe("one");
  expect(findings).toEqual(["packages.forgivenDefaultOrganization", "packages.warningOrganizations"]);
});

test("an organization without identifier is refused in SCORM 2004 and named by us in 1.2", async () => {
  const organizations =
    '<organization><title>A</title><item identifier="i" identifierref="r1"/></organization>';
  expect((await refusal(scormFiles(scorm2004({ organizations }))))?.key).toBe(
    "packages.refusedOrganizationIdentifier",
  );
  expect((await scorm(scormFiles(scorm12({ organizations })))).findings).toContain(
    "packages.forgivenIdentifiers",
  );
});

test("without an organization the only page is opened; of several it is not clear which", async () => {
  const { structure, findings } = await scorm(scormFiles(scorm12({ organizations: " " })));
  expect(structure.root.children.map(({ launch }) => launch)).toEqual(["index.html"]);
  expect(findings).toEqual(["packages.forgivenOrganization"]);
  const two = ["r1", "r2"]
    .map((id) => `<resource identifier="${id}" adlcp:scormtype="sco" href="index.html"/>`)
    .join("");
  const unclear = scormFiles(scorm12({ organizations: " ", resources: two }));
  expect((await refusal(unclear))?.key).toBe("packages.refusedNoOrganization");
});

test("identifiers that repeat are told apart, so that no entry sees the data of another", async () => {
  const items = '<item identifier="i" identifierref="r1"/>'.repeat(3);
  const { structure, findings } = await scorm(scormFiles(scorm12({ items })));
  expect(structure.root.children.map(({ id }) => id)).toEqual(["i", "i-2", "i-3"]);
  expect(findings).toEqual(["packages.forgivenIdentifiers"]);
});

test("entries that cannot work are named: unknown resources, no kind, strange mastery scores, other servers", async () => {
  const { findings } = await scorm(
    scormFiles(
      scorm12({
        items: `<item identifier="a" identifierref="nowhere"/><item identifier="b" identifierref="r1">
          <adlcp:masteryscore>eighty</adlcp:masteryscore></item><item identifier="c" identifierref="r2"/>`,
        resources: `<resource identifier="r1" href="index.html"/>
          <resource identifier="r2" adlcp:scormtype="sco" href="https://example.org/start"/>`,
      }),
    ),
  );
  expect(findings).toEqual([
    "packages.warningResources",
    "packages.warningNoType",
    "packages.warningOutside",
    "packages.warningMasteryScore",
  ]);
});

test("a manifest inside the manifest is refused when it is needed", async () => {
  const beside = '<manifest identifier="sub"><organizations/><resources/></manifest>';
  expect(await refusal(scormFiles(scorm12({ beside })))).toBeNull();
  const items = '<item identifier="i" identifierref="sub"><title>Inner</title></item>';
  expect(await refusal(scormFiles(scorm12({ beside, items })))).toEqual({
    key: "packages.refusedSubmanifest",
    values: { name: "Inner" },
  });
});

test("title, description, language and keywords come from metadata, also in a file of its own", async () => {
  const lom = `<lom><general><title><langstring xml:lang="en">From metadata</langstring></title>
    <language>en</language><description><langstring>What it is</langstring></description>
    <keyword><langstring>safety</langstring></keyword></general></lom>`;
  const organizations =
    '<organization identifier="course"><item identifier="i" identifierref="r1"/></organization>';
  const about = { description: "What it is", language: "en", keywords: ["safety"] };
  const inside = await scorm(scormFiles(scorm12({ organizations, metadata: lom })));
  expect(inside.structure).toMatchObject({ title: "From metadata", about });
  const metadata = "<adlcp:location>about/lom.xml</adlcp:location>";
  const outside = await scorm(scormFiles(scorm12({ organizations, metadata }), { "about/lom.xml": lom }));
  expect(outside.structure).toMatchObject({ title: "From metadata", about });
  const missing = await scorm(scormFiles(scorm12({ metadata })));
  expect(missing.findings).toEqual(["packages.warningMetadata"]);
});

test("an H5P package names its libraries with versions, however deep they are needed", async () => {
  const { structure } = await accepted(h5pFiles());
  expect(structure).toEqual({
    standard: "h5p",
    title: "A quiz",
    language: "sr",
    mainLibrary: "H5P.Quiz 1.2",
    libraries: ["FontAwesome 4.5", "H5P.Quiz 1.2"],
  });
});

test("an H5P package says which of the content types used in it keep no state", async () => {
  const library = (machineName: string, title: string) =>
    JSON.stringify({
      machineName,
      majorVersion: 1,
      minorVersion: 2,
      title,
      runnable: 1,
      preloadedJs: [{ path: "x.js" }],
    });
  const wanted = ["H5P.Quiz", "H5P.Cards", "H5P.Unused"];
  const dependencies = wanted.map((machineName) => ({ machineName, majorVersion: 1, minorVersion: 2 }));
  const files = {
    "h5p.json": JSON.stringify({ mainLibrary: "H5P.Quiz", preloadedDependencies: dependencies }),
    "content/content.json": JSON.stringify({ parts: [{ library: "H5P.Cards 1.2", params: {} }] }),
    "H5P.Quiz-1.2/library.json": library("H5P.Quiz", "Quiz"),
    "H5P.Quiz-1.2/x.js": `${" ".repeat(70_000)}this.getCurrentState = () => ({});`,
    "H5P.Cards-1.2/library.json": library("H5P.Cards", "Ca\u0000rds"),
    "H5P.Cards-1.2/x.js": "H5P.Cards = function () {};",
    "H5P.Unused-1.2/library.json": library("H5P.Unused", "Unused"),
    "H5P.Unused-1.2/x.js": "H5P.Unused = function () {};",
  };
  const { findings } = await accepted(h5pFiles(files));
  expect(findings).toEqual([
    { kind: "warning", key: "packages.warningH5pState", values: { names: "Cards", more: 0 } },
  ]);
});

test.each([
  ["content", { "content/content.json": null }, "refusedH5pContent", {}],
  [
    "a library that another one needs",
    { "FontAwesome-4.5/library.json": null },
    "refusedH5pLibraries",
    { names: "FontAwesome 4.5", more: 0 },
  ],
  [
    "a file of a library",
    { "H5P.Quiz-1.2/quiz.js": null },
    "refusedH5pFiles",
    { names: "H5P.Quiz-1.2/quiz.js", more: 0 },
  ],
  ["readable descriptions", { "h5p.json": "{" }, "refusedJson", { file: "h5p.json" }],
  [
    "folders with versions",
    { "FontAwesome-4.5/library.json": null, "FontAwesome/library.json": "{}" },
    "refusedH5pFolder",
    { name: "FontAwesome 4.5", folder: "FontAwesome", expected: "FontAwesome-4.5" },
  ],
] as [string, Record<string, string | null>, string, object][])(
  "an H5P package without %s is refused, naming it",
  async (_, change, key, values) => {
    expect(await refusal(h5pFiles(change))).toEqual({ key: `packages.${key}`, values });
  },
);

test("a cmi5 course structure is read with blocks, titles in languages and rules", async () => {
  const { structure, findings } = await accepted(
    cmi5Files(`<block id="urn:b"><title><langstring lang="en">Block</langstring></title>
      <au id="urn:1" moveOn="CompletedOrPassed" masteryScore="0.8" launchMethod="OwnWindow" activityType="urn:t">
        <title><langstring lang="en">One</langstring><langstring lang="sr">Jedan</langstring></title>
        <url>index.html?x=1</url><launchParameters>{"a":1}</launchParameters><entitlementKey>key</entitlementKey></au>
    </block><au id="urn:2"><title><langstring lang="en">Two</langstring></title><url>https://example.org/2</url></au>`),
  );
  expect(structure).toMatchObject({
    standard: "cmi5",
    title: "A course",
    courseId: "https://example.org/course",
    nodes: [
      {
        key: "1",
        kind: "block",
        children: [
          {
            key: "1.1",
            id: "urn:1",
            title: { en: "One", sr: "Jedan" },
            launch: "index.html?x=1",
            launchMethod: "OwnWindow",
            moveOn: "CompletedOrPassed",
            masteryScore: 0.8,
            launchParameters: '{"a":1}',
            entitlementKey: "key",
            activityType: "urn:t",
          },
        ],
      },
      { key: "2", moveOn: "NotApplicable", masteryScore: null, launch: "https://example.org/2" },
    ],
  });
  expect(findings.map(({ key }) => key)).toEqual(["packages.warningOutside"]);
});

test.each([
  ["no unit", "", { key: "packages.refusedCmi5", values: { part: "other" } }],
  [
    "equal ids",
    '<au id="u"><url>index.html</url></au>'.repeat(2),
    { key: "packages.refusedCmi5", values: { part: "id" } },
  ],
  ["no address", '<au id="u"/>', { key: "packages.refusedCmi5", values: { part: "url" } }],
  [
    "missing files",
    '<au id="u"><url>gone.html</url></au>',
    { key: "packages.refusedMissingFiles", values: { names: "gone.html", more: 0 } },
  ],
])("a cmi5 course structure with %s is refused", async (_, units, expected) => {
  expect(await refusal(cmi5Files(units))).toEqual(expected);
});

const imsManifest = (namespace: string, type: string) =>
  `<manifest xmlns="${namespace}"><organizations/><resources><resource identifier="r" type="${type}" href="a.xml"/></resources></manifest>`;

test.each<[string, Files, string]>([
  ["AICC", { "course.au": "", "course.crs": "", "index.html": "" }, "refusedAicc"],
  ["Tin Can", { "tincan.xml": "<tincan/>", "index.html": "" }, "refusedTinCan"],
  [
    "Common Cartridge",
    { "imsmanifest.xml": imsManifest("http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1", "webcontent") },
    "refusedCartridge",
  ],
  [
    "QTI",
    { "imsmanifest.xml": imsManifest("http://www.imsglobal.org/xsd/imscp_v1p1", "imsqti_item_xmlv2p1") },
    "refusedQti",
  ],
  ["loose QTI", { "items.xml": "<questestinterop/>" }, "refusedQti"],
  [
    "IMS content packaging",
    { "imsmanifest.xml": imsManifest("http://www.imsglobal.org/xsd/imscp_v1p1", "webcontent") },
    "refusedContentPackage",
  ],
  ["web pages", { "site/index.html": "", "site/style.css": "" }, "refusedWebsite"],
  ["anything", { "photo.jpg": "x" }, "refusedUnknown"],
])("%s is recognised and refused by its name", async (_, files, key) => {
  const found = await refusal(files);
  expect(found?.key).toBe(`packages.${key}`);
  expect(found && i18nFor("sr-Cyrl").t(found.key, found.values)).toMatch(/[а-ш]/);
});

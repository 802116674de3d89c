/** Manifests as authoring tools write them, as small as can be. */

type Manifest = {
  schemaversion?: string | null;
  /** Inside <organizations>. */
  organizations?: string;
  items?: string;
  resources?: string;
  /** Beside metadata, organizations and resources. */
  beside?: string;
  metadata?: string;
  namespaces?: string;
  declaration?: string;
};

const namespaces12 =
  'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"';
const namespaces2004 = [
  'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"',
  ...["adlcp", "adlseq", "adlnav"].map((name) => `xmlns:${name}="http://www.adlnet.org/xsd/${name}_v1p3"`),
  'xmlns:imsss="http://www.imsglobal.org/xsd/imsss"',
].join(" ");

const item = '<item identifier="one" identifierref="r1"><title>One</title></item>';
const resource = '<resource identifier="r1" type="webcontent" adlcp:scormtype="sco" href="index.html"/>';

export function scorm12(given: Manifest = {}): string {
  return manifest({ schemaversion: "1.2", namespaces: namespaces12, ...given });
}

export function scorm2004(given: Manifest = {}): string {
  return manifest({ schemaversion: "2004 4th Edition", namespaces: namespaces2004, ...given });
}

function manifest(given: Manifest): string {
  const { schemaversion, items = item, resources = resource, beside = "", metadata = "" } = given;
  const organizations =
    given.organizations ?? `<organization identifier="course"><title>A course</title>${items}</organization>`;
  return `${given.declaration ?? '<?xml version="1.0" encoding="UTF-8"?>'}
<manifest identifier="m1" ${given.namespaces}>
<metadata><schema>ADL SCORM</schema>${schemaversion === null ? "" : `<schemaversion>${schemaversion}</schemaversion>`}${metadata}</metadata>
<organizations default="course">${organizations}</organizations>
<resources>${resources}</resources>${beside}
</manifest>`;
}

/** Files of a whole package with one page. */
export function scormFiles(
  manifestText: string,
  others: Record<string, string> = {},
): Record<string, string> {
  return { "imsmanifest.xml": manifestText, "index.html": "<!doctype html><title>One</title>", ...others };
}

export function h5pFiles(given: Record<string, string | null> = {}): Record<string, string> {
  const files: Record<string, string | null> = {
    "h5p.json": JSON.stringify({
      title: "A quiz",
      language: "und",
      defaultLanguage: "sr",
      mainLibrary: "H5P.Quiz",
      preloadedDependencies: [{ machineName: "H5P.Quiz", majorVersion: 1, minorVersion: 2 }],
    }),
    "content/content.json": "{}",
    "H5P.Quiz-1.2/library.json": JSON.stringify({
      machineName: "H5P.Quiz",
      majorVersion: 1,
      minorVersion: 2,
      patchVersion: 7,
      preloadedJs: [{ path: "quiz.js" }],
      preloadedDependencies: [{ machineName: "FontAwesome", majorVersion: "4", minorVersion: "5" }],
    }),
    "H5P.Quiz-1.2/quiz.js": "H5P.Quiz = 1;",
    "FontAwesome-4.5/library.json": JSON.stringify({
      machineName: "FontAwesome",
      majorVersion: 4,
      minorVersion: 5,
      preloadedCss: [{ path: "fa.css" }],
    }),
    "FontAwesome-4.5/fa.css": "a {}",
    ...given,
  };
  return Object.fromEntries(
    Object.entries(files).flatMap(([name, text]) => (text === null ? [] : [[name, text]])),
  );
}

export function cmi5Files(units: string, others: Record<string, string> = {}): Record<string, string> {
  return {
    "cmi5.xml": `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
<course id="https://example.org/course"><title><langstring lang="en">A course</langstring></title></course>${units}
</courseStructure>`,
    "index.html": "<!doctype html>",
    ...others,
  };
}

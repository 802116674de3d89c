import type { Language } from "#app/platform/languages.ts";

import type { SimulationText } from "./simulation-format.ts";

/**
 * A manifest of SCORM 1.2 with one page. 1.2 and not 2004: every platform plays it, and one page that is passed or
 * failed needs nothing of the newer.
 */
export function scormManifest(
  identifier: string,
  texts: ReadonlyMap<Language, SimulationText>,
  masteryScore: number,
  files: string[],
): string {
  const title = texts.get("en")?.title ?? identifier;
  const inLanguages = (key: "title" | "summary") =>
    [...texts]
      .map(([tag, text]) => `          <langstring xml:lang="${tag}">${escaped(text[key])}</langstring>`)
      .join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${identifier}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
    <lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1">
      <general>
        <title>
${inLanguages("title")}
        </title>
        <description>
${inLanguages("summary")}
        </description>
      </general>
    </lom>
  </metadata>
  <organizations default="organization">
    <organization identifier="organization">
      <title>${escaped(title)}</title>
      <item identifier="item" identifierref="page">
        <title>${escaped(title)}</title>
        <adlcp:masteryscore>${masteryScore}</adlcp:masteryscore>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html">
${files.map((file) => `      <file href="${file}" />`).join("\n")}
    </resource>
  </resources>
</manifest>
`;
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

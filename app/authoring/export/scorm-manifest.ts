import { escaped } from "./html-tree.ts";

/** One SCO: the whole course, with its contents inside. */
export type ScormCourse = {
  /** Letters, digits and hyphens, beginning with a letter. */
  identifier: string;
  title: string;
  language: string;
  version: string;
  /** Every file but the manifest. */
  files: string[];
};

/** imsmanifest.xml by SCORM 1.2, content aggregation model 1.2 (ADL, 2001). */
export function manifest12({ identifier, title, language, version, files }: ScormCourse): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${identifier}" version="${escaped(version)}"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xml:lang="${language}">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${escaped(title)}</title>
      <item identifier="whole" identifierref="pages"><title>${escaped(title)}</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="pages" type="webcontent" adlcp:scormtype="sco" href="index.html">
${listed(files)}
    </resource>
  </resources>
</manifest>
`;
}

/** The same by SCORM 2004, 4th edition (ADL, 2009): completion and success are what the course says. */
export function manifest2004({ identifier, title, language, version, files }: ScormCourse): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${identifier}" version="${escaped(version)}"
  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss"
  xml:lang="${language}">
  <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
  <organizations default="course">
    <organization identifier="course" adlcp:sharedDataGlobalToSystem="false">
      <title>${escaped(title)}</title>
      <item identifier="whole" identifierref="pages"><title>${escaped(title)}</title>
        <imsss:sequencing>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
      </item>
      <imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>
    </organization>
  </organizations>
  <resources>
    <resource identifier="pages" type="webcontent" adlcp:scormType="sco" href="index.html">
${listed(files)}
    </resource>
  </resources>
</manifest>
`;
}

function listed(files: string[]): string {
  return files.map((file) => `      <file href="${escaped(file)}"/>`).join("\n");
}

import { createWriteStream, mkdirSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

import { ZipFile } from "yazl";

import type { ActivityForm } from "#app/authoring/publication-form.ts";
import { checkUpload } from "#app/authoring/upload-check.server.ts";
import { uploadPath, uploadsDirectory } from "#app/authoring/upload-files.server.ts";
import { receiveUpload } from "#app/authoring/upload.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { newId } from "#app/platform/id.ts";
import { scratchFolder } from "./scratch-folder.ts";

/** An archive of these files, by path. Returns where it lies. */
export async function archive(files: Record<string, string | Buffer>, name = "package.zip"): Promise<string> {
  const path = join(scratchFolder("package"), name);
  const zip = new ZipFile();
  for (const [file, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), file);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

/** A SCORM 1.2 package with one page that says it is passed when its button is pressed. */
export function scormFiles({ title = "Safe passwords" } = {}): Record<string, string> {
  return {
    "imsmanifest.xml": `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="m1" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="o1"><organization identifier="o1"><title>${title}</title>
    <item identifier="i1" identifierref="r1"><title>Choosing a password</title>
      <adlcp:masteryscore>80</adlcp:masteryscore></item>
  </organization></organizations>
  <resources><resource identifier="r1" type="webcontent" adlcp:scormtype="sco" href="index.html">
    <file href="index.html"/></resource></resources>
</manifest>`,
    "index.html": `<!doctype html><html lang="en"><title>${title}</title><button>Pass</button><script>
const api = parent.API || window.opener?.API;
api?.LMSInitialize("");
document.querySelector("button").onclick = () => {
  api.LMSSetValue("cmi.core.score.raw", "100");
  api.LMSSetValue("cmi.core.lesson_status", "passed");
  api.LMSFinish("");
};
</script></html>`,
  };
}

type Upload = { packageId?: string | null; title?: string };

/** A package that has arrived and waits for its check; `packageId` makes it a new version of that package. */
export async function receivedPackage(owner: Actor, { packageId = null, title }: Upload = {}) {
  const id = newId();
  mkdirSync(uploadsDirectory(), { recursive: true });
  await copyFile(await archive(scormFiles({ title })), uploadPath(id));
  await receiveUpload(owner, {
    id,
    fileName: "package.zip",
    bytes: 1000,
    purpose: { kind: "package", packageId },
  });
  return { packageId: packageId ?? id, versionId: id };
}

/** A package as it is after its upload and check; where a worker runs, that checks it by itself. */
export async function uploadedPackage(owner: Actor, upload: Upload = {}) {
  const received = await receivedPackage(owner, upload);
  await checkUpload(received.versionId);
  return received;
}

/** The form that publishes an activity, filled in as most are. */
export function activityFormOf(given: Partial<ActivityForm>): ActivityForm {
  return {
    publication: newId(),
    titles: { en: "Safe passwords", "sr-Cyrl": "Безбедне лозинке" },
    minutes: 10,
    required: true,
    place: "what-it-is-quiz",
    after: [],
    complete: "auto",
    attempts: null,
    scoring: "best",
    learners: "stay",
    ...given,
  };
}

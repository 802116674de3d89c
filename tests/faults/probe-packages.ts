import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";

import { ZipFile } from "yazl";

/** Packages that do what the test says: each puts its API's calls on `window.probe`. */

type Files = Record<string, string>;

/** Finds the API as packages do, begins, and leaves the rest to the test. */
const sco = (find: string, calls: string) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Probe</title>
<p>Probe</p>
<script>
  function findApi() {
    for (let place = window, steps = 0; steps < 10; place = place.parent, steps += 1) {
      if (${find}) return ${find};
    }
  }
  const api = findApi();
  window.probe = ${calls};
  window.probe.isBegun = window.probe.begin() === "true";
  if (window.probe.isBegun) document.documentElement.dataset.begun = "";
</script></html>`;

const scorm12Sco = sco(
  "place.API",
  `{
    begin: () => api.LMSInitialize(""),
    set: (element, value) => api.LMSSetValue(element, value) === "true",
    get: (element) => api.LMSGetValue(element),
    commit: () => api.LMSCommit("") === "true",
    end: () => api.LMSFinish("") === "true",
    error: () => api.LMSGetLastError(),
  }`,
);

const scorm2004Sco = sco(
  "place.API_1484_11",
  `{
    begin: () => api.Initialize(""),
    set: (element, value) => api.SetValue(element, value) === "true",
    get: (element) => api.GetValue(element),
    commit: () => api.Commit("") === "true",
    end: () => api.Terminate("") === "true",
    error: () => api.GetLastError(),
  }`,
);

const manifest = (
  namespaces: string,
  edition: string,
  scormType: string,
) => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="probe" version="1.0" ${namespaces}>
  <metadata><schema>ADL SCORM</schema><schemaversion>${edition}</schemaversion></metadata>
  <organizations default="org">
    <organization identifier="org"><title>Probe</title>
      <item identifier="item" identifierref="res"><title>Probe</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="res" type="webcontent" adlcp:${scormType}="sco" href="index.html"><file href="index.html"/></resource>
  </resources>
</manifest>`;

export const scorm12Files: Files = {
  "imsmanifest.xml": manifest(
    'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
    "1.2",
    "scormtype",
  ),
  "index.html": scorm12Sco,
};

export const scorm2004Files: Files = {
  "imsmanifest.xml": manifest(
    'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"',
    "2004 4th Edition",
    "scormType",
  ),
  "index.html": scorm2004Sco,
};

const probeLibrary = { machineName: "H5P.SigurnaProbe", majorVersion: 1, minorVersion: 0 };

/**
 * A content type of our own: as many questions as the test wants, each answered with what the test says. Its only point
 * is never given, so that the attempt is never over.
 */
const probeScript = `var H5P = H5P || {};
H5P.SigurnaProbe = (function () {
  function Probe(parameters, contentId, extras) {
    H5P.EventDispatcher.call(this);
    var self = this;
    var state = (extras && extras.previousState) || {};
    this.getCurrentState = function () { return state; };
    this.getMaxScore = function () { return 1; };
    this.attach = function ($container) {
      $container.html("<p>Probe</p>");
      window.probe = {
        isBegun: true,
        read: function () { return state; },
        remember: function (value) { state = { value: value }; },
        answer: function (response) {
          var event = self.createXAPIEventTemplate("interacted");
          event.data.statement.result = { response: response };
          self.trigger(event);
        },
      };
    };
  }
  Probe.prototype = Object.create(H5P.EventDispatcher.prototype);
  Probe.prototype.constructor = Probe;
  return Probe;
})();`;

export const h5pFiles: Files = {
  "h5p.json": JSON.stringify({
    title: "Probe",
    language: "en",
    mainLibrary: probeLibrary.machineName,
    embedTypes: ["iframe"],
    license: "U",
    preloadedDependencies: [probeLibrary],
  }),
  "content/content.json": JSON.stringify({ text: "Probe" }),
  "H5P.SigurnaProbe-1.0/library.json": JSON.stringify({
    ...probeLibrary,
    title: "Probe",
    patchVersion: 0,
    runnable: 1,
    preloadedJs: [{ path: "probe.js" }],
  }),
  "H5P.SigurnaProbe-1.0/probe.js": probeScript,
};

export async function writeArchive(path: string, files: Files): Promise<void> {
  const archive = new ZipFile();
  for (const [name, text] of Object.entries(files)) archive.addBuffer(Buffer.from(text), name);
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(path));
}

/** Common Cartridges as other platforms write them. */

type Files = Record<string, string | Buffer>;

/** `inner`: further elements of the resource. */
export type CartridgeResource = { id: string; type: string; href?: string; files?: Files; inner?: string };

export type CartridgeVersion = "1.1" | "1.2" | "1.3";

/** The files of a cartridge; `loose` ones are in no resource. */
export function cartridgeFiles({
  version = "1.3",
  title = "Safer phones",
  language = "en",
  items = "",
  resources = [],
  loose = {},
  schema = "IMS Common Cartridge",
}: {
  version?: CartridgeVersion;
  title?: string;
  language?: string;
  items?: string;
  resources?: CartridgeResource[];
  loose?: Files;
  schema?: string;
}): Files {
  const v = `imsccv${version.replace(".", "p")}`;
  const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/${v}/imscp_v1p1" xmlns:lomimscc="http://ltsc.ieee.org/xsd/${v}/LOM/manifest" xmlns:lom="http://ltsc.ieee.org/xsd/${v}/LOM/resource" xmlns:cpx="http://www.imsglobal.org/xsd/${v}/imscp_extensionv1p2">
  <metadata><schema>${schema}</schema><schemaversion>${version}.0</schemaversion>
    <lomimscc:lom><lomimscc:general>
      <lomimscc:title><lomimscc:string language="${language}">${escaped(title)}</lomimscc:string></lomimscc:title>
      <lomimscc:language>${language}</lomimscc:language>
    </lomimscc:general></lomimscc:lom>
  </metadata>
  <organizations>${
    items
      ? `<organization identifier="o" structure="rooted-hierarchy"><item identifier="root">${items}</item></organization>`
      : ""
  }</organizations>
  <resources>${resources.map(resourceXml).join("")}</resources>
</manifest>`;
  return {
    "imsmanifest.xml": manifest,
    ...Object.assign({}, ...resources.map(({ files }) => files ?? {})),
    ...loose,
  };
}

function resourceXml({ id, type, href, files = {}, inner = "" }: CartridgeResource): string {
  const listed = Object.keys(files).map((path) => `<file href="${escaped(path)}"/>`);
  return `<resource identifier="${id}" type="${type}"${href ? ` href="${escaped(href)}"` : ""}>${inner}${listed.join("")}</resource>`;
}

/** An item of the organization: one that refers to a resource, or a folder of others. */
export function item(title: string, content: string | { ref: string } = ""): string {
  const id = `i${title.replace(/\W+/g, "")}`;
  const [ref, inner] = typeof content === "string" ? ["", content] : [` identifierref="${content.ref}"`, ""];
  return `<item identifier="${id}"${ref}><title>${escaped(title)}</title>${inner}</item>`;
}

export function webPage(id: string, body: string, files: Files = {}): CartridgeResource {
  const href = `wiki_content/${id}.html`;
  const html = `<html><head><title>${id}</title><script>alert(1)</script></head><body>${body}</body></html>`;
  return { id, type: "webcontent", href, files: { [href]: html, ...files } };
}

export function webLink(id: string, url: string, version: CartridgeVersion = "1.3"): CartridgeResource {
  const v = version.replace(".", "p");
  const xml = `<webLink xmlns="http://www.imsglobal.org/xsd/imsccv${v}/imswl_v${v}"><title>${id}</title><url href="${escaped(url)}"/></webLink>`;
  return { id, type: `imswl_xmlv${v}`, files: { [`${id}.xml`]: xml } };
}

export function quizResource(
  id: string,
  items: string,
  { version = "1.3" as CartridgeVersion, kind = "assessment" } = {},
): CartridgeResource {
  const v = version.replace(".", "p");
  const inner =
    kind === "assessment"
      ? `<assessment ident="${id}" title="${id}"><qtimetadata><qtimetadatafield><fieldlabel>cc_maxattempts</fieldlabel><fieldentry>2</fieldentry></qtimetadatafield></qtimetadata><section ident="root">${items}</section></assessment>`
      : `<objectbank ident="${id}">${items}</objectbank>`;
  const xml = `<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">${inner}</questestinterop>`;
  return {
    id,
    type: `imsqti_xmlv1p2/imscc_xmlv${v}/${kind}`,
    files: { [`${id}/qti.xml`]: xml },
  };
}

/** A multiple choice item of the Common Cartridge profile. `text`: HTML. */
export function choiceItem(id: string, text: string): string {
  return `<item ident="${id}" title="${id}"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>cc_profile</fieldlabel><fieldentry>cc.multiple_choice.v0p1</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
<presentation><material><mattext texttype="text/html">${escaped(text)}</mattext></material><response_lid ident="r" rcardinality="Single"><render_choice>
<response_label ident="a"><material><mattext>Report it</mattext></material></response_label><response_label ident="b"><material><mattext>Wait</mattext></material></response_label>
</render_choice></response_lid></presentation>
<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes><respcondition continue="No"><conditionvar><varequal respident="r">a</varequal></conditionvar><setvar action="Set" varname="SCORE">100</setvar></respcondition></resprocessing></item>`;
}

export function essayItem(id: string, text: string): string {
  return `<item ident="${id}" title="${id}"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>cc_profile</fieldlabel><fieldentry>cc.essay.v0p1</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation><material><mattext texttype="text/html">${escaped(text)}</mattext></material><response_str ident="r" rcardinality="Single"><render_fib/></response_str></presentation></item>`;
}

/** Asks nothing. */
export function textItem(id: string): string {
  return `<item ident="${id}" title="${id}"><presentation><material><mattext>Only a text.</mattext></material></presentation></item>`;
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** The smallest PNG, one pixel. */
export const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

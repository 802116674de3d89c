const office = "application/vnd.openxmlformats-officedocument";
const openDocument = "application/vnd.oasis.opendocument";

/** Documents that may be downloaded from a course, by the endings of their names. */
export const documentEndings: Record<string, string> = {
  pdf: "application/pdf",
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  odt: `${openDocument}.text`,
  ods: `${openDocument}.spreadsheet`,
  odp: `${openDocument}.presentation`,
};

const types = new Set(Object.values(documentEndings));

/** Whether a file is downloaded, not shown. */
export function isDocumentType(contentType: string): boolean {
  return types.has(contentType);
}

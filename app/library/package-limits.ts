/** What a package may cost us. */

const gigabyte = 1024 ** 3;

/** Size of an uploaded archive: a course with much video fits; the disk of a small server still holds several. */
export const maxArchiveBytes = gigabyte;

/** All files together. Video hardly shrinks in an archive, so four times the archive is generous. */
export const maxUnpackedBytes = 4 * gigabyte;

/** Big courses from authoring tools have a few thousand files. */
export const maxFiles = 50_000;

/** Text shrinks to a tenth, seldom to a fiftieth; deflate at most to a thousandth. */
export const maxRatio = 200;

/** Below this size a strange ratio harms nobody: an empty bitmap shrinks that much too. */
export const ratioMattersFrom = 100 * 1024 ** 2;

/** Manifests and other descriptions are read into memory. The largest seen had 3 MB. */
export const maxDescriptionBytes = 16 * 1024 ** 2;

export const maxXmlDepth = 100;

/** Elements (which weigh two), attributes and pieces of text of one document; 7,000 questions of Moodle fit. */
export const maxXmlParts = 1_200_000;

/** What may stand before the root: comments, a DOCTYPE. */
export const maxXmlProlog = 1024 ** 2;

export const inGigabytes = (bytes: number) => bytes / gigabyte;

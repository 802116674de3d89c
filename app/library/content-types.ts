/** Types that browsers are told for the files of packages, by the ending of the name. */
const contentTypes: Record<string, string> = {
  html: "text/html",
  htm: "text/html",
  xhtml: "application/xhtml+xml",
  css: "text/css",
  js: "text/javascript",
  mjs: "text/javascript",
  cjs: "text/javascript",
  json: "application/json",
  map: "application/json",
  webmanifest: "application/manifest+json",
  xml: "text/xml",
  xsd: "text/xml",
  xsl: "text/xml",
  xslt: "text/xml",
  dtd: "application/xml-dtd",
  txt: "text/plain",
  md: "text/markdown",
  csv: "text/csv",
  vtt: "text/vtt",
  srt: "application/x-subrip",
  ttml: "application/ttml+xml",
  svg: "image/svg+xml",
  png: "image/png",
  apng: "image/apng",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  bmp: "image/bmp",
  ico: "image/x-icon",
  cur: "image/x-icon",
  woff: "font/woff",
  woff2: "font/woff2",
  ttf: "font/ttf",
  otf: "font/otf",
  eot: "application/vnd.ms-fontobject",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  aac: "audio/aac",
  oga: "audio/ogg",
  ogg: "audio/ogg",
  opus: "audio/ogg",
  wav: "audio/wav",
  weba: "audio/webm",
  flac: "audio/flac",
  mp4: "video/mp4",
  m4v: "video/mp4",
  webm: "video/webm",
  ogv: "video/ogg",
  mov: "video/quicktime",
  m3u8: "application/vnd.apple.mpegurl",
  ts: "video/mp2t",
  mpd: "application/dash+xml",
  wasm: "application/wasm",
  pdf: "application/pdf",
  zip: "application/zip",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ppt: "application/vnd.ms-powerpoint",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  swf: "application/x-shockwave-flash",
};

/** Without charset: a page says its own, and a wrong one from us would win over it. */
export function contentTypeOf(path: string): string {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return contentTypes[ending] ?? "application/octet-stream";
}

/** Whether such files get much smaller when compressed. */
export function isCompressible(contentType: string): boolean {
  return (
    contentType.startsWith("text/") ||
    /^(application\/(json|xml-dtd|manifest\+json|xhtml\+xml|ttml\+xml|dash\+xml|wasm|x-subrip|vnd\.ms-fontobject)|image\/(svg\+xml|bmp|x-icon)|font\/(ttf|otf))$/.test(
      contentType,
    )
  );
}

import type { ExpandedTags, load as loadTags } from "exifreader";

export type MetadataLine = { name: string; value: string };

export type Metadata = {
  device: string;
  software: string;
  takenAt: string;
  place: { latitude: number; longitude: number } | null;
  /** All the rest, as it stands in the file; the place is not among it. */
  lines: MetadataLine[];
};

type Tag = { description?: unknown };

/** Groups that hold what somebody or something wrote about the picture, rather than how it is packed. */
const groups = ["exif", "iptc", "xmp", "pngText"] as const;
const unread = /^(MakerNote|Thumbnail|Padding|ImageWidth|ImageLength|Bits|_raw|GPS)|Offset$|Pointer$/;

/** The metadata of a picture (Exif, IPTC, XMP) as its file has it: hints, which anybody can change or take out. */
export async function readMetadata(file: Blob): Promise<Metadata> {
  const { load } = await import("exifreader");
  return metadataOf(tagsOf(load, await file.arrayBuffer()));
}

/** A file without any metadata, or one that breaks the rules, has none. */
function tagsOf(load: typeof loadTags, bytes: ArrayBuffer): ExpandedTags {
  try {
    return load(bytes, { expanded: true });
  } catch {
    return {};
  }
}

export function metadataOf(tags: ExpandedTags): Metadata {
  const of = (name: string) => wordsOf((tags.exif as Record<string, Tag> | undefined)?.[name]);
  const { Latitude: latitude, Longitude: longitude } = tags.gps ?? {};
  return {
    device: [of("Make"), of("Model")].filter(Boolean).join(" "),
    software: of("Software"),
    takenAt: of("DateTimeOriginal") || of("DateTime"),
    place: latitude !== undefined && longitude !== undefined ? { latitude, longitude } : null,
    lines: groups.flatMap((group) =>
      Object.entries((tags[group] ?? {}) as Record<string, Tag>)
        .filter(([name]) => !unread.test(name))
        .map(([name, tag]) => ({ name, value: wordsOf(tag) }))
        .filter(({ value }) => value !== ""),
    ),
  };
}

function wordsOf(tag: Tag | undefined): string {
  return typeof tag?.description === "string" ? tag.description.trim().slice(0, 300) : "";
}

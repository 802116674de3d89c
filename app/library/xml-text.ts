import type { PackageFinding } from "./package-structure.ts";

/**
 * The text of an XML file, in whatever encoding it really is: manifests in the wild declare wrong ones. What was
 * forgiven is added to `findings`.
 */
export function decodeXml(bytes: Uint8Array, file: string, findings: PackageFinding[]): string {
  const declared = declaredEncoding(bytes);
  const { text, encoding } = decoded(bytes, declared);
  if (!isSameEncoding(declared ?? "utf-8", encoding)) {
    findings.push({ kind: "forgiven", key: "packages.forgivenEncoding", values: { file, encoding } });
  }
  const trimmed = text.replace(/^\s+(?=<)/, "");
  if (trimmed.length < text.length) {
    findings.push({ kind: "forgiven", key: "packages.forgivenLeading", values: { file } });
  }
  return trimmed;
}

type Decoded = { text: string; encoding: string };

function decoded(bytes: Uint8Array, declared: string | null): Decoded {
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: "utf-16" };
  const label = declared?.startsWith("utf-16") ? "utf-8" : (declared ?? "utf-8");
  return attempt(bytes, label) ?? attempt(bytes, "utf-8") ?? (attempt(bytes, codePage(bytes)) as Decoded);
}

function attempt(bytes: Uint8Array, encoding: string): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

/** UTF-16 by its mark, or by the zero beside the first "<". */
function wideEncoding([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 400)).replaceAll("\0", "");
  return /<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1]?.toLowerCase() ?? null;
}

/**
 * Neither what it declares nor UTF-8: the Windows code page of its language. Central European when it says so or has
 * š or ž, which Western European texts hardly use; every byte means something in either.
 */
function codePage(bytes: Uint8Array): "windows-1250" | "windows-1252" {
  const text = new TextDecoder("latin1").decode(bytes);
  const language = /(?:\blang\s*=\s*["']|<(?:\w+:)?language>\s*)([a-z]{2})/i.exec(text)?.[1]?.toLowerCase();
  const isCentralEuropean = language
    ? ["sr", "bs", "hr", "me", "sl", "sq", "cs", "sk", "pl", "hu", "ro"].includes(language)
    : /[\u008A\u008E\u009A\u009E]/.test(text);
  return isCentralEuropean ? "windows-1250" : "windows-1252";
}

function isSameEncoding(declared: string, found: string) {
  const canonical = (label: string) => {
    if (label.startsWith("utf-16")) return "utf-16";
    try {
      return new TextDecoder(label).encoding;
    } catch {
      return label;
    }
  };
  return canonical(declared) === canonical(found);
}

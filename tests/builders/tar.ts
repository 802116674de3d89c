import { gzipSync } from "node:zlib";

/** An entry of a tar archive; what is not given is as an honest program writes it. */
export type TarEntry = {
  name: string;
  content?: string | Buffer;
  type?: string;
  bytes?: number;
  prefix?: string;
};

/** A gzipped tar archive, written byte by byte, so that it may lie. */
export function tarGz(entries: TarEntry[] | Record<string, string | Buffer>): Buffer {
  const list = Array.isArray(entries)
    ? entries
    : Object.entries(entries).map(([name, content]) => ({ name, content }));
  return gzipSync(Buffer.concat([...list.map(entryBytes), Buffer.alloc(1024)]));
}

function entryBytes({ name, content = "", type = "0", bytes, prefix = "" }: TarEntry): Buffer {
  const data = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write("0000644\0", 100);
  header.write("0000000\0", 108);
  header.write("0000000\0", 116);
  header.write(`${(bytes ?? data.length).toString(8).padStart(11, "0")}\0`, 124);
  header.write("00000000000\0", 136);
  header.write("        ", 148);
  header.write(type, 156);
  header.write("ustar\0" + "00", 257);
  header.write(prefix, 345, 155);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return Buffer.concat([header, data, Buffer.alloc((512 - (data.length % 512)) % 512)]);
}

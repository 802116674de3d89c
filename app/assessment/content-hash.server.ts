import type { Transaction } from "#app/platform/db.server.ts";
import { portions } from "#app/platform/portions.ts";

/**
 * SHA-256 (hex) of each value as JSON, whatever the order of its keys. PostgreSQL writes the JSON down (jsonb has one
 * form for equal values), so that migrations come to the same hash.
 */
export async function contentHashes(client: Transaction, values: unknown[]): Promise<string[]> {
  const hashes: string[] = [];
  for (const portion of portions(values)) hashes.push(...(await hashesOf(client, portion)));
  return hashes;
}

async function hashesOf(client: Transaction, values: unknown[]): Promise<string[]> {
  const texts = values.map((value) => JSON.stringify(value));
  const rows = await client.$queryRaw<{ hash: string }[]>`
    SELECT encode(sha256(convert_to(given.value::jsonb::text, 'UTF8')), 'hex') AS hash
    FROM unnest(${texts}::text[]) WITH ORDINALITY AS given(value, place) ORDER BY given.place`;
  return rows.map(({ hash }) => hash);
}

import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";

import type { RunRecord } from "./run-record.ts";

const nonceBytes = 24;

/**
 * Seals a record for the browser's log (XChaCha20-Poly1305, RFC 8439 with the extended nonce of
 * draft-irtf-cfrg-xchacha), bound to its launch and number. Synchronous, because a package must be answered at once.
 * Base64.
 */
export function seal(key: Uint8Array, launchId: string, record: RunRecord): string {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const sealed = cipher(key, nonce, launchId, record.seq).encrypt(
    new TextEncoder().encode(JSON.stringify(record)),
  );
  const box = new Uint8Array(nonceBytes + sealed.length);
  box.set(nonce);
  box.set(sealed, nonceBytes);
  return toBase64(box);
}

/** The opposite of `seal`; null when the box is not of this key, launch and number. */
export function unseal(key: Uint8Array, launchId: string, seq: number, box: string): unknown {
  try {
    const bytes = fromBase64(box);
    const opened = cipher(key, bytes.slice(0, nonceBytes), launchId, seq).decrypt(bytes.slice(nonceBytes));
    return JSON.parse(new TextDecoder().decode(opened)) as unknown;
  } catch {
    return null;
  }
}

function cipher(key: Uint8Array, nonce: Uint8Array, launchId: string, seq: number) {
  return xchacha20poly1305(key, nonce, new TextEncoder().encode(`${launchId}:${seq}`));
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < bytes.length; start += 8192) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(binary);
}

/** Bytes of base64 or base64url. Throws when it is neither. */
export function fromBase64(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
}

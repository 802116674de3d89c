import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";

const nonceBytes = 24;

/**
 * Seals what a browser keeps for us (XChaCha20-Poly1305, RFC 8439 with the extended nonce of
 * draft-irtf-cfrg-xchacha), bound to the place it belongs to. Synchronous, because some who wait for it are. Base64.
 */
export function sealAt(key: Uint8Array, place: string, content: unknown): string {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const sealed = cipher(key, nonce, place).encrypt(new TextEncoder().encode(JSON.stringify(content)));
  const box = new Uint8Array(nonceBytes + sealed.length);
  box.set(nonce);
  box.set(sealed, nonceBytes);
  return toBase64(box);
}

/** The opposite of `sealAt`; null when the box is not of this key and place. */
export function unsealAt(key: Uint8Array, place: string, box: string): unknown {
  try {
    const bytes = fromBase64(box);
    const opened = cipher(key, bytes.slice(0, nonceBytes), place).decrypt(bytes.slice(nonceBytes));
    return JSON.parse(new TextDecoder().decode(opened)) as unknown;
  } catch {
    return null;
  }
}

function cipher(key: Uint8Array, nonce: Uint8Array, place: string) {
  return xchacha20poly1305(key, nonce, new TextEncoder().encode(place));
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

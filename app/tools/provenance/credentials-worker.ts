import init, { WasmReader } from "@contentauth/c2pa-wasm";

import type { CredentialsAnswer, CredentialsRequest } from "./credentials-answer.ts";

/** No list of signers we trust, and nothing is fetched: neither credentials kept elsewhere nor the state of certificates. */
const settings = JSON.stringify({
  verify: { verify_trust: true, remote_manifest_fetch: false, ocsp_fetch: false },
});

addEventListener("message", ({ data }: MessageEvent<CredentialsRequest>) => void answer(data));

async function answer({ wasm, type, picture }: CredentialsRequest) {
  try {
    if (wasm) await init({ module_or_path: wasm });
    const reader = await WasmReader.fromBytes(type, new Uint8Array(picture), settings);
    post({ json: reader.json() });
    reader.free();
  } catch (error) {
    post(/JumbfNotFound/.test(String(error)) ? { json: null } : { failed: true });
  }
}

function post(message: CredentialsAnswer) {
  postMessage(message);
}

import wasmAddress from "@contentauth/c2pa-wasm/c2pa.wasm?url";

import type { CredentialsAnswer, CredentialsRequest } from "./credentials-answer.ts";
import { type Credentials, readCredentials } from "./credentials.ts";

let worker: Worker | undefined;

/**
 * Content Credentials of a picture; null where it carries none, "unreadable" where they cannot be read. The program for
 * it is large, so it is fetched with the first picture, and by the page: the worker itself may connect to nothing.
 */
export async function credentialsOf(file: Blob): Promise<Credentials | null | "unreadable"> {
  try {
    const wasm = worker ? undefined : await bytesAt(wasmAddress);
    worker ??= new Worker(new URL("./credentials-worker.ts", import.meta.url));
    const answer = await ask(worker, {
      wasm,
      type: file.type || "image/jpeg",
      picture: await file.arrayBuffer(),
    });
    if ("failed" in answer) {
      // The next picture begins anew.
      worker.terminate();
      worker = undefined;
      return "unreadable";
    }
    return answer.json === null ? null : readCredentials(answer.json);
  } catch {
    return "unreadable";
  }
}

async function bytesAt(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.arrayBuffer();
}

function ask(asked: Worker, request: CredentialsRequest): Promise<CredentialsAnswer> {
  return new Promise((resolve) => {
    asked.onmessage = ({ data }: MessageEvent<CredentialsAnswer>) => resolve(data);
    asked.onerror = () => resolve({ failed: true });
    asked.postMessage(request, [request.picture, ...(request.wasm ? [request.wasm] : [])]);
  });
}

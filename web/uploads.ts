import { FileConfigstore, FileStore } from "@tus/file-store";
import { Server, type ServerOptions } from "@tus/server";
import {
  type Request as ExpressRequest,
  type Response as ExpressResponse,
  type NextFunction,
  Router,
} from "express";

import {
  beginUpload,
  plainFileName,
  receivedBytes,
  receiveUpload,
  type Upload,
  type UploadPurpose,
} from "#app/authoring/upload.server.ts";
import { uploadsDirectory, writeUploadNote } from "#app/authoring/upload-files.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { findActor, requireActor } from "#app/identity/session.server.ts";
import { maxArchiveBytes } from "#app/library/package-limits.ts";
import { seconds } from "#app/platform/clock.ts";
import { NotFoundError, RefusalError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import { log } from "#app/platform/log.server.ts";

type TusRequest = Parameters<NonNullable<ServerOptions["onUploadFinish"]>>[0];
type TusUpload = Parameters<NonNullable<ServerOptions["onUploadFinish"]>>[1];

class UploadNotes extends FileConfigstore {
  override set(id: string, upload: TusUpload) {
    return writeUploadNote(id, upload);
  }
}

/**
 * Resumable uploads of packages, media and courses by the tus protocol: POST /uploads, then HEAD, PATCH and DELETE /uploads/<id>. An
 * upload belongs to the person who began it and is not there for anybody else.
 *
 * The lock of an upload holds within one process. Two processes that write the same upload (a client that came back
 * before its old connection was given up) write the same bytes to the same places, and taking it in is repeatable.
 */
export function uploads(): Router {
  const directory = uploadsDirectory();
  const store = new FileStore({ directory, configstore: new UploadNotes(directory) });
  const tus = new Server({
    path: "/uploads",
    datastore: store,
    relativeLocation: true,
    allowedOrigins: () => false,
    disableTerminationForFinishedUploads: true,
    maxSize: maxArchiveBytes,
    // How long a request of a line that was lost may hold up the one that goes on.
    lockDrainTimeout: seconds(1),
    namingFunction: newId,
    async onIncomingRequest(request, id) {
      const actor = await actorOf(request);
      if (request.method === "POST") return;
      const upload = await store.getUpload(id);
      if (upload.metadata?.owner !== actor.id) throw new NotFoundError();
      // The process ended between the last byte and taking it in.
      if (request.method === "HEAD" && upload.offset === upload.size)
        await receiveUpload(actor, uploadOf(upload));
    },
    async onUploadCreate(request, upload) {
      const actor = await actorOf(request);
      if (upload.size === undefined) throw new RefusalError(400, "authoring.uploadFailed");
      return { metadata: await beginUpload(actor, uploadOf(upload)) };
    },
    async onUploadFinish(request, upload) {
      await receiveUpload(await actorOf(request), uploadOf(upload));
      return {};
    },
    onResponseError(_request, error) {
      if (error instanceof RefusalError) return { status_code: error.status, body: `${error.key}\n` };
      if (error instanceof Error) log.error({ err: error }, "upload failed");
      return undefined;
    },
  });

  const router = Router();
  router.post("/uploads", (request, response) => tus.handle(request, response));
  router.head(oneUpload, answerReceived);
  for (const method of ["head", "patch", "delete"] as const) {
    router[method](oneUpload, (request, response) => tus.handle(request, response));
  }
  return router;
}

const oneUpload = "/uploads/:id([0-9a-f-]{36})";

/**
 * The answer to the last bytes may be lost with the line, and the file is gone once it is checked: a client that asks
 * again is told that all has arrived, so that it does not begin anew.
 */
async function answerReceived(request: ExpressRequest, response: ExpressResponse, next: NextFunction) {
  try {
    const headers = { Cookie: request.get("Cookie") ?? "" };
    const actor = await findActor(new Request("http://uploads", { headers }));
    const isAuthor = actor !== null && actor.role !== "learner";
    const bytes = isAuthor ? await receivedBytes(actor, request.params.id as string) : null;
    if (bytes === null) return next();
    response
      .set({
        "Tus-Resumable": "1.0.0",
        "Cache-Control": "no-store",
        "Upload-Offset": String(bytes),
        "Upload-Length": String(bytes),
      })
      .end();
  } catch (error) {
    next(error);
  }
}

function actorOf(request: Request | TusRequest): Promise<Actor> {
  return requireActor(request as Request);
}

function uploadOf({ id, size, metadata }: TusUpload): Upload {
  return {
    id,
    bytes: size ?? 0,
    fileName: plainFileName(metadata?.filename),
    purpose: purposeOf(metadata ?? {}),
  };
}

/**
 * `draft` is the course whose next version a medium is for, `package` what gets a new version; `foreign` says that it is
 * a course of another platform.
 */
function purposeOf({ draft, foreign, package: packageId }: Record<string, string | null>): UploadPurpose {
  if (foreign) return { kind: "foreign" };
  return draft ? { kind: "medium", course: draft } : { kind: "package", packageId: packageId ?? null };
}

import { NotFoundError } from "#app/platform/errors.ts";
import { endpoint } from "#app/platform/http.server.ts";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "errors.notFoundTitle" } satisfies PageHandle;

export const loader = endpoint(async () => {
  throw new NotFoundError();
});

export default function NotFoundPage() {
  return null;
}

import { NotFoundError } from "#app/platform/errors.ts";
import { endpoint } from "#app/platform/http.server.ts";

export const loader = endpoint(async () => {
  throw new NotFoundError();
});

export default function NotFoundPage() {
  return null;
}

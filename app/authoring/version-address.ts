import { NotFoundError } from "#app/platform/errors.ts";

/** A version's number in an address, null when it is none. */
export function versionNumber(given: string | null | undefined): number | null {
  return given && /^[1-9]\d{0,5}$/.test(given) ? Number(given) : null;
}

/** The version of a package that `/teach/packages/:package/:version/…` names. Throws NotFoundError. */
export function versionAddress(params: { package?: string; version?: string }): {
  packageId: string;
  number: number;
} {
  const number = versionNumber(params.version);
  if (!params.package || number === null) throw new NotFoundError();
  return { packageId: params.package, number };
}

/** Where one is led after publishing: the package's page, which says so. */
export function publishedAddress(
  { packageId, number }: { packageId: string; number: number },
  course: string,
) {
  return `/teach/packages/${packageId}?version=${number}&published=${course}`;
}

/** The token of this launch is the last part of the shell's own address. */
const token = location.pathname.split("/").pop() ?? "";

/** Address of one of the launch's resources, as "boot" or "records". */
export function runAddress(resource: string): string {
  return `/run/${token}/${resource}`;
}

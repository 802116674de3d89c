import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False in HTML from the server and while React takes it over, so that what needs JavaScript only shows with it. */
export function useIsScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

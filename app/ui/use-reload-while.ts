import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const everyMs = 1500;

/** Asks the server again as long as something is under way there. Without JavaScript a link does. */
export function useReloadWhile(isUnderWay: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isUnderWay || state !== "idle") return;
    const timer = setTimeout(revalidate, everyMs);
    return () => clearTimeout(timer);
  }, [isUnderWay, state, revalidate]);
}

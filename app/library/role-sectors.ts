import { sectors } from "#app/identity/background.ts";

/** The sectors that lessons speak to in their role boxes. */
export const roleSectors = sectors.filter((sector) => sector !== "other");

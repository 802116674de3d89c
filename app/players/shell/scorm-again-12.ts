import type { Scorm12API as Api } from "scorm-again";
import * as library from "scorm-again/scorm12/min";

/** Of SCORM 1.2 alone. The package says that it is a default export; it is a named one. */
export const Scorm12API = (library as unknown as { Scorm12API: typeof Api }).Scorm12API;
export type Scorm12API = Api;

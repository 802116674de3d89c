import type { Scorm2004API as Api, Settings } from "scorm-again";
import * as library from "scorm-again/scorm2004/min";

/** Of SCORM 2004 alone. The package says that it is a default export; it is a named one. */
export const Scorm2004API = (library as unknown as { Scorm2004API: typeof Api }).Scorm2004API;
export type Scorm2004API = Api;

type Sequencing = NonNullable<Settings["sequencing"]>;
export type ActivitySettings = NonNullable<Sequencing["activityTree"]>;
type Listeners = NonNullable<Sequencing["eventListeners"]>;
export type NavigationValidity = Parameters<NonNullable<Listeners["onNavigationValidityUpdate"]>>[0];

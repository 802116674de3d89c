import "./style.css";

import { runContents } from "./contents-page.ts";
import { runExits } from "./exits.ts";
import { runPage } from "./lesson-page.ts";

/** One plain script for all pages: modules do not load from files. It runs before the page's body is there. */
if (document.getElementById("course-data")) runContents();
else runPage();
runExits();

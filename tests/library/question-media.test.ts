import { expect, test } from "vitest";

import { filesIn, withFilesNamed } from "#app/library/question-media.ts";

const asking = (context: string) => ({ q: "What?", why: "", context });

test.each([
  ["![A map](map.png)", ["map.png"]],
  ["![A map](media/map.png 'of the city')", ["map.png"]],
  ["[![A map](map.png)](large.pdf)", ["large.pdf", "map.png"]],
  ["![brackets \\[here\\]](map.png)", ["map.png"]],
  ["[the notes](notes.pdf) and [elsewhere](https://example.org/x.pdf)", ["notes.pdf"]],
  ["Write `![words](picture.png)` there.", []],
  ["```\n![words](picture.png)\n```", []],
  ["\\![words]\\(picture.png)", []],
])("%s shows what a reader sees of it", (context, files) => {
  expect(filesIn(asking(context))).toEqual(files);
});

test.each([
  ["[![A map](map.png)](large.pdf)", "[![A map](plan.png)](large.pdf)"],
  ["![A *map*](map.png 'x') `![a](map.png)`", "![A *map*](plan.png 'x') `![a](map.png)`"],
  ["![A map](map.png) ![b*](gone.png) [c](gone.pdf)", "![A map](plan.png) b\\* c"],
  ["[![b](gone.png)](gone.pdf)", "b"],
])("%s keeps its words when files are called otherwise or are missing", (context, written) => {
  const named = withFilesNamed(asking(context), (name) =>
    name.startsWith("gone") ? null : name.replace("map", "plan"),
  );
  expect(named.context).toBe(written);
});

import type { ReactNode } from "react";

import { useI18n, useT } from "#app/platform/i18n.tsx";

import type { CourseData, PageData } from "./runner/course-data.ts";

/**
 * A whole document; `folder` leads from it to the copy's root. What it knows and its script stand in the head: nothing
 * is there to be pressed before the script listens.
 */
export function WebDocument({
  title,
  folder,
  data,
  children,
}: {
  title: string;
  folder: "" | "../";
  data: { id: "course-data"; value: CourseData } | { id: "page-data"; value: PageData };
  children: ReactNode;
}) {
  const { language } = useI18n();
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        <link rel="stylesheet" href={`${folder}assets/style.css`} />
        <script
          type="application/json"
          id={data.id}
          dangerouslySetInnerHTML={{ __html: JSON.stringify(data.value).replaceAll("<", "\\u003c") }}
        />
        <script src={`${folder}assets/words.js`} />
        <script src={`${folder}assets/course.js`} />
      </head>
      <body>{children}</body>
    </html>
  );
}

/** Away from here at once, as on the site. */
export function Exit({ url }: { url: string }) {
  const t = useT();
  return (
    <p className="exit">
      <a href={url} target="_top" rel="noreferrer" data-exit="">
        {t("common.exit")}
      </a>
    </p>
  );
}

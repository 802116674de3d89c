import type { JurisdictionView } from "#app/library/jurisdiction-view.server.ts";
import type { LessonBlock } from "#app/library/lesson-pages.ts";
import { JurisdictionPart } from "#app/library/ui/jurisdiction-part.tsx";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { Prose } from "#app/ui/prose.tsx";

type Props = {
  blocks: LessonBlock[];
  notes: JurisdictionView[];
  /** Where a question is put or printed. */
  renderCheck: (key: string) => JSX.Element | null;
  /** In books every box and every description is open. */
  isBook: boolean;
};

/** The blocks of a lesson's page in a copy of the course: static, with every role's box and every jurisdiction's notes. */
export function LessonBlocks({ blocks, notes, renderCheck, isBook }: Props) {
  return (
    <div className="stack">
      {blocks.map((block, index) => (
        <Block key={index} block={block} notes={notes} renderCheck={renderCheck} isBook={isBook} />
      ))}
    </div>
  );
}

function Block({ block, notes, renderCheck, isBook }: Omit<Props, "blocks"> & { block: LessonBlock }) {
  const t = useT();
  switch (block.kind) {
    case "html":
      return <Prose html={block.html} />;
    case "check":
      return renderCheck(block.questionId);
    case "package":
      return (
        <div className="card">
          <p className="strong">
            {t("learn.kindPackage")}: {block.title}
          </p>
          <p>{t("portable.packageNotHere")}</p>
        </div>
      );
    case "jurisdiction": {
      const views = notes.filter(
        ({ topic, topics, lines }) => topic === block.topic && (topics.length || lines),
      );
      return (
        <div className="stack">
          {views.map((view) => (
            <Box key={view.title} title={view.title} isBook={isBook}>
              <JurisdictionPart view={view} isPrint />
            </Box>
          ))}
        </div>
      );
    }
    case "animation":
      return (
        <section className="scenes card stack">
          <p className="strong">{block.title}</p>
          <ol>
            {block.scenes.map(({ src, alt, size, html }) => (
              <li key={src}>
                <img src={src} alt={alt} {...size} />
                <Prose html={html} />
              </li>
            ))}
          </ol>
        </section>
      );
    case "roles":
      return (
        <div className="stack">
          {block.roles.map(({ sector, html }) => (
            <Box
              key={sector}
              title={t(`common.sector_${sector.replaceAll("-", "_")}` as MessageKey)}
              isBook={isBook}
            >
              <Prose html={html} />
            </Box>
          ))}
        </div>
      );
  }
}

/** Closed under its title, which is a heading where nothing can be opened. */
function Box({ title, isBook, children }: { title: string; isBook: boolean; children: JSX.Element }) {
  if (isBook) {
    return (
      <section className="card">
        <h3>{title}</h3>
        {children}
      </section>
    );
  }
  return (
    <details className="card">
      <summary>{title}</summary>
      {children}
    </details>
  );
}

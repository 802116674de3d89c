import { useI18n, useT } from "#app/platform/i18n.tsx";
import { languageName } from "#app/platform/languages.ts";
import { sizeWords } from "#app/platform/size-words.ts";
import { webAddress } from "#app/platform/web-address.ts";
import { Prose } from "#app/ui/prose.tsx";

import type { MaterialView } from "../material-view.ts";

type Of<Kind extends MaterialView["kind"]> = Extract<MaterialView, { kind: Kind }>;

/** A video with its words, a file to download, or the way to a page elsewhere. Nothing is loaded before it is asked for. */
export function MaterialContent({ view, linkClass }: { view: MaterialView; linkClass: string }) {
  if (view.kind === "video") return <Video view={view} />;
  return view.kind === "file" ? (
    <File view={view} linkClass={linkClass} />
  ) : (
    <Elsewhere view={view} linkClass={linkClass} />
  );
}

/** As `::video` in a lesson is drawn. */
function Video({ view }: { view: Of<"video"> }) {
  const { t, language } = useI18n();
  const { title, address, captions, transcript, isTranscriptEnglish } = view;
  return (
    <Prose>
      <div className="picture">
        <figure>
          <video controls preload="none" src={address} aria-label={title}>
            {captions && (
              <track
                kind="captions"
                src={captions.address}
                srcLang={captions.language}
                label={t("learn.captions")}
                default
              />
            )}
          </video>
          {captions && captions.language !== language && (
            <figcaption>
              {t("learn.captionsLanguage", { language: languageName(captions.language) })}
            </figcaption>
          )}
        </figure>
        {transcript && (
          <details>
            <summary>{t("learn.transcript")}</summary>
            <div lang={isTranscriptEnglish ? "en" : undefined}>
              {transcript.map((paragraph, index) => (
                <p key={index}>{paragraph}</p>
              ))}
            </div>
          </details>
        )}
      </div>
    </Prose>
  );
}

function File({ view, linkClass }: { view: Of<"file">; linkClass: string }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { address, ending, bytes } = view;
  return (
    <div className="stack">
      <p>
        <a href={address} download className={linkClass}>
          {t("learn.fileDownload", { ending, size: sizeWords(i18n, bytes) })}
        </a>
      </p>
      <OtherLanguage tag={view.language} text="learn.fileLanguage" />
      <p>{t("learn.fileHint")}</p>
    </div>
  );
}

function Elsewhere({ view, linkClass }: { view: Of<"link">; linkClass: string }) {
  const t = useT();
  const site = siteOf(view.address);
  return (
    <div className="stack">
      <p>{t("learn.linkLeaves", { site })}</p>
      <OtherLanguage tag={view.language} text="learn.linkLanguage" />
      <p>
        <a href={webAddress(view.address)} target="_blank" rel="noopener noreferrer" className={linkClass}>
          {t("learn.linkOpen", { site })}
        </a>
      </p>
    </div>
  );
}

function OtherLanguage({ tag, text }: { tag: string; text: "learn.fileLanguage" | "learn.linkLanguage" }) {
  const { t, language } = useI18n();
  return tag === language ? null : <p>{t(text, { language: languageName(tag) })}</p>;
}

/** "www.example.org" */
function siteOf(address: string): string {
  return /^https:\/\/([^/?#]+)/.exec(address)?.[1] ?? address;
}

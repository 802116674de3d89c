import { useRef, useState } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { FileChooser } from "#app/ui/file-chooser.tsx";
import { credentialsOf } from "../credentials-in-worker.ts";
import type { Credentials } from "../credentials.ts";
import { type Metadata, readMetadata } from "../metadata.ts";
import { addressOf, type Sample, samples } from "../samples.ts";
import { CredentialsWords } from "./credentials-words.tsx";
import { MetadataWords } from "./metadata-words.tsx";

type Reading = { name: string; credentials: Credentials | null | "unreadable"; metadata: Metadata };

/** Opens a picture on the device and says what its file says of itself. */
export function PictureReader() {
  const t = useT();
  const [reading, setReading] = useState<Reading | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const result = useRef<HTMLDivElement>(null);

  const read = async (name: string, open: () => Promise<Blob>) => {
    setIsBusy(true);
    setHasFailed(false);
    setReading(null);
    try {
      const file = await open();
      const [credentials, metadata] = await Promise.all([credentialsOf(file), readMetadata(file)]);
      setReading({ name, credentials, metadata });
      result.current?.focus();
    } catch {
      setHasFailed(true);
    }
    setIsBusy(false);
  };
  return (
    <section className="stack">
      <h2>{t("provenance.readTitle")}</h2>
      <p>{t("provenance.readLead")}</p>
      <Notice kind="warning">{t("provenance.notIntimate")}</Notice>
      <FileChooser
        id="picture"
        label={t("provenance.choose")}
        hint={t("provenance.chooseHint")}
        accept="image/*"
        isSingle
        isBusy={isBusy}
        onChosen={([file]) => file && void read(file.name, () => Promise.resolve(file))}
      />
      <Disclosure summary={t("provenance.chooseSample")}>
        <SampleButtons
          onChosen={(sample) =>
            void read(t(`provenance.alt_${sample.name}`), () => fetched(addressOf(sample)))
          }
        />
      </Disclosure>
      <p role="status">
        {isBusy && t("provenance.reading")}
        {hasFailed && t("provenance.failed")}
      </p>
      <div ref={result} tabIndex={-1}>
        {reading && (
          <div className="card stack">
            <h3 className="wrap-anywhere">{reading.name}</h3>
            <CredentialsWords credentials={reading.credentials} />
            <MetadataWords metadata={reading.metadata} />
          </div>
        )}
      </div>
    </section>
  );
}

function SampleButtons({ onChosen }: { onChosen: (sample: Sample) => void }) {
  const t = useT();
  return (
    <ul className="grid gap-1">
      {samples.map((sample) => (
        <li key={sample.name}>
          <Button type="button" variant="quiet" onClick={() => onChosen(sample)}>
            {t(`provenance.alt_${sample.name}`)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

async function fetched(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.blob();
}

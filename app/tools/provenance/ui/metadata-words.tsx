import type { ReactNode } from "react";

import { useI18n, useT } from "#app/platform/i18n.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";

import type { Metadata } from "../metadata.ts";

/** The metadata in plain words; a place is only named, its values are behind a disclosure. */
export function MetadataWords({ metadata }: { metadata: Metadata }) {
  const t = useT();
  const { device, software, takenAt, place, lines } = metadata;
  return (
    <div className="grid gap-3">
      <h4>{t("provenance.metadataTitle")}</h4>
      {lines.length === 0 && !place ? (
        <p>{t("provenance.noMetadata")}</p>
      ) : (
        <p>{t("provenance.metadataHint")}</p>
      )}
      <dl className="grid gap-1">
        <Line name={t("provenance.device")}>{device}</Line>
        <Line name={t("provenance.software")}>{software}</Line>
        <Line name={t("provenance.takenAt")}>{takenAt}</Line>
      </dl>
      {place && <Place place={place} />}
      {lines.length > 0 && (
        <Disclosure summary={t("provenance.allValues", { count: lines.length })}>
          <div lang="en">
            <DataTable
              caption={t("provenance.metadataTitle")}
              isCaptionHidden
              columns={[
                { key: "name", header: t("provenance.columnName"), isRowHeader: true },
                { key: "value", header: t("provenance.columnValue") },
              ]}
              rows={lines}
            />
          </div>
        </Disclosure>
      )}
    </div>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div className="wrap-anywhere">
      <dt className="inline font-semibold">{name}: </dt>
      <dd className="inline">{children}</dd>
    </div>
  );
}

function Place({ place: { latitude, longitude } }: { place: NonNullable<Metadata["place"]> }) {
  const { t, formatNumber } = useI18n();
  return (
    <Notice kind="warning" title={t("provenance.hasPlace")}>
      <p>{t("provenance.placeHint")}</p>
      <Disclosure summary={t("provenance.showPlace")}>
        {formatNumber(latitude, 5)}; {formatNumber(longitude, 5)}
      </Disclosure>
    </Notice>
  );
}

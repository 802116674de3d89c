import { useT } from "#app/platform/i18n.tsx";

import { useEditor } from "./editor-context.tsx";
import { type FormFields, partsAt } from "./form-fields.ts";

/**
 * The picture with its parts drawn in and numbered, and a grid of tenths to read places from. Shows the parts as they
 * were when the form was last sent; the button below draws them anew.
 */
export function RegionsPicture({ url }: { url: string }) {
  const t = useT();
  const { fields } = useEditor();
  return (
    <figure className="grid gap-2">
      <div className="relative max-w-full self-start justify-self-start">
        <img src={url} alt={t("bank.regionsPicture")} className="block max-h-[32rem] max-w-full" />
        <svg
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          aria-hidden="true"
          className="absolute inset-0 h-full w-full"
        >
          {tenths.map((at) => (
            <path key={at} d={`M${at} 0V100M0 ${at}H100`} stroke="#ffffff" strokeWidth="0.15" opacity="0.7" />
          ))}
          {partsAt({ fields }, "regions").map((id) => (
            <Outline key={id} fields={fields} id={id} />
          ))}
        </svg>
        {partsAt({ fields }, "regions").map((id, index) => (
          <NumberTag key={id} fields={fields} id={id} n={index + 1} />
        ))}
      </div>
      <figcaption className="text-slate">{t("bank.regionsPictureHint")}</figcaption>
    </figure>
  );
}

const tenths = [10, 20, 30, 40, 50, 60, 70, 80, 90];

function at(fields: FormFields, id: string, part: string): number {
  const value = Number((fields[`region.${id}.${part}`] ?? "").replace(",", "."));
  return Number.isFinite(value) ? value : 0;
}

function cornersOf(fields: FormFields, id: string): string[] {
  const lines = (fields[`region.${id}.corners`] ?? "").split(/[\r\n;]+/);
  return lines
    .map((line) => line.trim().replaceAll(",", "."))
    .filter((line) => /^[\d.]+\s+[\d.]+$/.test(line));
}

function Outline({ fields, id }: { fields: FormFields; id: string }) {
  const look = {
    fill: "none",
    stroke: "#b86e00",
    strokeWidth: 3,
    vectorEffect: "non-scaling-stroke" as const,
  };
  const n = (part: string) => at(fields, id, part);
  switch (fields[`region.${id}.shape`]) {
    case "circle":
      // The radius is told in percent of the width; up and down it looks longer or shorter here.
      return <ellipse cx={n("x")} cy={n("y")} rx={n("radius")} ry={n("radius")} {...look} />;
    case "polygon":
      return <polygon points={cornersOf(fields, id).join(" ")} {...look} />;
    default:
      return <rect x={n("left")} y={n("top")} width={n("width")} height={n("height")} {...look} />;
  }
}

function NumberTag({ fields, id, n }: { fields: FormFields; id: string; n: number }) {
  const [first = "0 0"] = cornersOf(fields, id);
  const [x = "0", y = "0"] = first.split(/\s+/);
  const shape = fields[`region.${id}.shape`];
  const left = shape === "circle" ? at(fields, id, "x") : shape === "polygon" ? x : at(fields, id, "left");
  const top = shape === "circle" ? at(fields, id, "y") : shape === "polygon" ? y : at(fields, id, "top");
  return (
    <span
      aria-hidden="true"
      style={{ left: `${left}%`, top: `${top}%` }}
      className="absolute rounded-box bg-action px-1.5 text-sm font-semibold text-on-action"
    >
      {n}
    </span>
  );
}

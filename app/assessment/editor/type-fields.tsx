import type { QuestionType } from "#app/library/question-format.ts";

import { BlanksFields } from "./blanks-fields.tsx";
import { BranchingFields } from "./branching-fields.tsx";
import { OptionsFields, TruthFields } from "./choice-fields.tsx";
import { EssayFields, FileFields } from "./graded-fields.tsx";
import { MatchFields, OrderFields } from "./order-fields.tsx";
import { DetectionFields, HotspotFields } from "./region-fields.tsx";
import { NumericFields, TypedKeyFields } from "./typed-fields.tsx";

/** The fields that a type has of its own, with its key. */
export function TypeFields({ type }: { type: QuestionType }) {
  switch (type) {
    case "single":
    case "scenario":
    case "multiple":
      return <OptionsFields type={type} />;
    case "truefalse":
      return <TruthFields />;
    case "order":
      return <OrderFields />;
    case "match":
      return <MatchFields />;
    case "numeric":
      return <NumericFields />;
    case "short":
      return <TypedKeyFields />;
    case "blanks":
      return <BlanksFields />;
    case "branching":
      return <BranchingFields />;
    case "hotspot":
      return <HotspotFields />;
    case "essay":
      return <EssayFields />;
    case "file":
      return <FileFields />;
    case "detection":
      return <DetectionFields />;
  }
}

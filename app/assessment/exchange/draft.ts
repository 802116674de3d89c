import type { Sentence } from "./exchange.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";

/** A question as foreign files have it, before it takes our form. Percents are of the question's points. */
export type Draft = {
  name: string;
  /** What the file identifies it by, when people gave it that. */
  key?: string;
  category: string;
  stem: HtmlNode[];
  /** Explanations, each a text of its own. */
  why: HtmlNode[][];
  points: number;
  tags: string[];
  isRetired: boolean;
  difficulty?: string;
  /** What of the question has no place here. */
  lost?: Sentence[];
  asked: DraftAsked;
};

export type DraftOption = { nodes: HtmlNode[]; percent: number; feedback: HtmlNode[] };

export type DraftTyped = {
  accepted: { text: string; percent: number }[];
  isCaseSensitive: boolean;
  /** Whether * stands for any characters. */
  wildcards: boolean;
};

export type DraftNumber = {
  value: number;
  tolerance: number;
  toleranceKind: "absolute" | "relative";
  percent: number;
};

/** The stem has `gapMark(id)` where each gap is. */
export type DraftGap = { id: string; weight: number } & (
  | { kind: "choice"; options: { text: string; percent: number }[] }
  | ({ kind: "typed" } & DraftTyped)
  | { kind: "number"; answers: DraftNumber[] }
);

export type DraftRegion =
  | { shape: "rect"; at: [number, number, number, number]; label: string; isRight: boolean }
  | { shape: "circle"; at: [number, number, number]; label: string; isRight: boolean }
  | { shape: "polygon"; at: [number, number][]; label: string; isRight: boolean };

export type DraftAsked =
  | { kind: "choice"; isSingle: boolean; scoring: "all" | "partial"; options: DraftOption[] }
  | { kind: "truefalse"; answer: boolean; ifTrue: HtmlNode[]; ifFalse: HtmlNode[] }
  | ({ kind: "short"; feedback: HtmlNode[][] } & DraftTyped)
  | {
      kind: "numeric";
      answers: DraftNumber[];
      feedback: HtmlNode[][];
      unit?: string;
      units: { unit: string; factor: number }[];
      isUnitRequired: boolean;
    }
  | {
      kind: "match";
      pairs: { left: HtmlNode[]; right: HtmlNode[] }[];
      distractors: HtmlNode[][];
      scoring: "all" | "each";
    }
  | { kind: "order"; items: HtmlNode[][]; scoring: "exact" | "pairs" }
  | { kind: "blanks"; gaps: DraftGap[]; scoring: "all" | "each" }
  | { kind: "essay"; maxCharacters?: number; guidance: HtmlNode[] }
  | {
      kind: "file";
      accept: ("pdf" | "image" | "document" | "text")[];
      maxMegabytes?: number;
      guidance: HtmlNode[];
    }
  | {
      kind: "hotspot";
      image: string;
      alt: string;
      regions: DraftRegion[];
      isSingle: boolean;
      scoring: "all" | "partial";
    };

/** What the reader of Content Credentials gives, as far as it is used here (c2pa-rs, "manifest store"). */
type ManifestStore = {
  active_manifest?: string;
  validation_state?: string;
  validation_status?: { code: string }[];
  manifests?: Record<string, Manifest>;
};

type Manifest = {
  claim_generator?: string;
  claim_generator_info?: { name?: string }[];
  signature_info?: { common_name?: string; issuer?: string; time?: string };
  assertions?: { label: string; data?: { actions?: RawAction[] } }[];
};

type RawAction = { action?: string; digitalSourceType?: string };

export type Problem = "changed" | "signature" | "certificate" | "other";

/** In the order of the credentials; what has no word here keeps its code. */
export type Step = { action: ActionWord | null; code: string; source: SourceWord | null };

export type Credentials = {
  isValid: boolean;
  problems: Problem[];
  signer: string;
  organisation: string;
  /** Of the time stamp, where there is one. */
  signedAt: string;
  generator: string;
  steps: Step[];
};

const actionWords = {
  "c2pa.created": "created",
  "c2pa.opened": "opened",
  "c2pa.edited": "edited",
  "c2pa.cropped": "cropped",
  "c2pa.resized": "resized",
  "c2pa.color_adjustments": "coloured",
  "c2pa.adjustedColor": "coloured",
  "c2pa.filtered": "coloured",
  "c2pa.placed": "placed",
  "c2pa.converted": "converted",
  "c2pa.transcoded": "converted",
  "c2pa.published": "published",
} as const;

const sourceWords = {
  digitalCapture: "capture",
  trainedAlgorithmicMedia: "model",
  compositeWithTrainedAlgorithmicMedia: "part_model",
  compositeSynthetic: "part_model",
  algorithmicMedia: "program",
  digitalArt: "drawing",
  digitalCreation: "drawing",
} as const;

export type ActionWord = (typeof actionWords)[keyof typeof actionWords];
export type SourceWord = (typeof sourceWords)[keyof typeof sourceWords];

/** What the credentials of a picture say, in our own terms. Nothing of it is trusted: it is shown, never followed. */
export function readCredentials(json: string): Credentials {
  const store = JSON.parse(json) as ManifestStore;
  const manifest = store.manifests?.[store.active_manifest ?? ""] ?? {};
  const { signature_info: signature = {} } = manifest;
  const problems = problemsOf(store.validation_status ?? []);
  return {
    isValid: store.validation_state === "Valid" || store.validation_state === "Trusted",
    problems,
    signer: text(signature.common_name),
    organisation: text(signature.issuer),
    signedAt: text(signature.time),
    generator: text(manifest.claim_generator_info?.[0]?.name ?? manifest.claim_generator),
    steps: stepsOf(manifest),
  };
}

/** Codes of the C2PA specification 2.2, section 15. That nobody vouches for the signer is said of all pictures. */
function problemsOf(status: { code: string }[]): Problem[] {
  const found = status
    .map(({ code }) => code)
    .filter((code) => code !== "signingCredential.untrusted")
    .map((code): Problem => {
      if (/Hash\.(mismatch|malformed)$|hashedURI\.mismatch$/.test(code)) return "changed";
      if (code.startsWith("claimSignature")) return "signature";
      return code.startsWith("signingCredential") ? "certificate" : "other";
    });
  return [...new Set(found)];
}

function stepsOf({ assertions = [] }: Manifest): Step[] {
  return assertions
    .filter(({ label }) => label.startsWith("c2pa.actions"))
    .flatMap(({ data }) => data?.actions ?? [])
    .map(({ action = "", digitalSourceType = "" }) => ({
      action: wordFor(actionWords, text(action)),
      code: text(action),
      source: wordFor(sourceWords, text(digitalSourceType).split("/").at(-1) ?? ""),
    }));
}

function wordFor<Words extends Record<string, string>>(words: Words, code: string) {
  return Object.hasOwn(words, code) ? (words[code] as Words[keyof Words]) : null;
}

/** Whoever signs can write what he likes, also where a text is expected. */
function text(value: unknown): string {
  return typeof value === "string" ? value.slice(0, 200) : "";
}

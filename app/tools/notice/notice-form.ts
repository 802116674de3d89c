import type { MessageKey } from "#app/platform/i18n.tsx";

import { linesOf, looksLikeAddress } from "./address.ts";

export const writers = ["survivor", "representative", "authority"] as const;
export const grounds = [
  "intimate",
  "fake",
  "privateInformation",
  "impersonation",
  "threat",
  "child",
] as const;

export type Writer = (typeof writers)[number];
export type Ground = (typeof grounds)[number];

/** What a notice says. Name and e-mail are never asked of the person concerned, and may be left out for children. */
export type NoticeElements = {
  writer: Writer;
  grounds: Ground[];
  ownWords: string;
  addresses: string[];
  name: string;
  email: string;
  /** Also a request under the US TAKE IT DOWN Act. */
  isUsRequest: boolean;
};

export type NoticeField = "writer" | "grounds" | "addresses" | "name" | "email" | "goodFaith";

export type NoticeErrors = Partial<Record<NoticeField, MessageKey>>;

/** Who has to give a contact: not the person concerned, whose name is never asked, and nobody for images of children. */
export function contactNeed(
  writer: string | undefined,
  chosen: readonly string[],
): "none" | "optional" | "required" {
  if (writer === undefined || writer === "survivor") return "none";
  return chosen.includes("child") ? "optional" : "required";
}

/** Reads the form's fields: what the notice says, or what is missing at which field. */
export function readNotice(
  form: FormData,
): { elements: NoticeElements; errors?: never } | { elements?: never; errors: NoticeErrors } {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const writer = writers.find((value) => value === text("writer"));
  const chosen = grounds.filter((value) => form.getAll("grounds[]").includes(value));
  const addresses = linesOf(text("addresses"));
  const contact = contactNeed(writer, chosen);
  const name = contact === "none" ? "" : text("name");
  const email = contact === "none" ? "" : text("email");
  const faults: [NoticeField, MessageKey | false][] = [
    ["writer", writer === undefined && "notice.writerMissing"],
    ["grounds", chosen.length === 0 && "notice.groundsMissing"],
    ["addresses", addressesFault(addresses)],
    ["name", contact === "required" && name === "" && "notice.nameMissing"],
    ["email", emailFault(email, contact === "required")],
    ["goodFaith", text("goodFaith") === "" && "notice.goodFaithMissing"],
  ];
  const errors = Object.fromEntries(faults.filter(([, fault]) => fault)) as NoticeErrors;
  if (writer === undefined || Object.keys(errors).length > 0) return { errors };
  const isUsRequest = text("isUsRequest") !== "" && (chosen.includes("intimate") || chosen.includes("fake"));
  return {
    elements: { writer, grounds: chosen, ownWords: text("ownWords"), addresses, name, email, isUsRequest },
  };
}

function addressesFault(addresses: string[]): MessageKey | false {
  if (addresses.length === 0) return "notice.addressesMissing";
  return !addresses.every(looksLikeAddress) && "notice.addressesWrong";
}

function emailFault(email: string, isRequired: boolean): MessageKey | false {
  if (email === "") return isRequired && "notice.emailMissing";
  return !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && "notice.emailMissing";
}

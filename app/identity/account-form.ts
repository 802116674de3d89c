import { z } from "zod";

import { isLanguage, type Language } from "#app/platform/languages.ts";

import { genders, jurisdictions, sectors } from "./background.ts";
import { normaliseEmail } from "./email.ts";

const emptyAsNull = (value: unknown) => (value === "" || value === undefined ? null : value);

export const nameField = z
  .string({ error: "account.nameMissing" })
  .trim()
  .min(2, "account.nameMissing")
  .max(120, "account.nameLong");

export const emailField = z.string({ error: "account.emailWrong" }).transform((text, context) => {
  const email = normaliseEmail(text);
  if (!email) {
    context.addIssue({ code: "custom", message: "account.emailWrong" });
    return z.NEVER;
  }
  return email;
});

/** Its rules need the person's name and address, so `passwordFault` checks the rest. */
export const newPasswordField = z
  .string({ error: "account.passwordShort" })
  .min(10, "account.passwordShort")
  .max(200, "account.passwordLong");

export const profileForm = z.object({
  name: nameField,
  language: z.custom<Language>(isLanguage, "account.languageMissing"),
  jurisdiction: z.enum(jurisdictions, "account.jurisdictionMissing"),
  sector: z.enum(sectors, "account.sectorMissing"),
  gender: z.preprocess(emptyAsNull, z.enum(genders).nullable()),
  usesAssistiveTechnology: z.preprocess(
    emptyAsNull,
    z
      .enum(["yes", "no"])
      .nullable()
      .transform((value) => (value === null ? null : value === "yes")),
  ),
});

export const invitationForm = profileForm.extend({ password: newPasswordField });

export const setupForm = z.object({ name: nameField, email: emailField, password: newPasswordField });

export const signInForm = z.object({
  email: z.string().trim().min(1, "account.emailMissing"),
  password: z.string().min(1, "account.passwordMissing"),
  returnTo: z.string().optional(),
});

export const passwordResetRequestForm = z.object({ email: emailField });

export const newPasswordForm = z.object({ password: newPasswordField });

export const passwordChangeForm = z.object({
  currentPassword: z.string().min(1, "account.passwordMissing"),
  newPassword: newPasswordField,
});

export type ProfileForm = z.infer<typeof profileForm>;
export type InvitationForm = z.infer<typeof invitationForm>;
export type SetupForm = z.infer<typeof setupForm>;
export type SignInForm = z.infer<typeof signInForm>;

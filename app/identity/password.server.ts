import { hash, verify } from "@node-rs/argon2";

import type { MessageKey } from "#app/platform/i18n.tsx";

import { toSerbianLatin } from "#app/platform/transliterate.ts";

import { commonPasswords } from "./common-passwords.ts";

// OWASP Password Storage Cheat Sheet (2025): argon2id, 19 MiB, 2 passes, 1 lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const shortestPassword = 10;
export const longestPassword = 200;

// Verified when there is no account, so that an answer takes as long as for a wrong password.
const nobody = hash("the password of nobody", cost);

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

/** Whether a password is right. `passwordHash` is null when there is no account; the answer takes as long. */
export async function isRightPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? (await nobody), password.normalize("NFKC"));
  return isRight && passwordHash !== null;
}

/**
 * What is wrong with a new password, or null. Length first, after NIST SP 800-63B §5.1.1.2: at least ten characters,
 * none of the common ones, not made of the person's own name or address, not one pattern repeated.
 */
export function passwordFault(password: string, own: string[]): MessageKey | null {
  if ([...password].length < shortestPassword) return "account.passwordShort";
  if ([...password].length > longestPassword) return "account.passwordLong";
  const core = coreOf(password);
  if ([password.toLowerCase(), core].some(isCommon)) return "account.passwordCommon";
  if (isPattern(password.toLowerCase())) return "account.passwordCommon";
  const names = own
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length >= 3)
    .map(plainLetters);
  if (
    names.includes(plainLetters(core)) ||
    own.some((text) => text.toLowerCase() === password.toLowerCase())
  ) {
    return "account.passwordOwn";
  }
  return null;
}

function isCommon(word: string) {
  return commonPasswords.has(word) || commonPasswords.has(plainLetters(word));
}

/** In Latin script and without accents: "Лозинка" and "lozinka", "Petrović" and "petrovic" are the same word. */
function plainLetters(word: string) {
  return toSerbianLatin(word).replaceAll("đ", "dj").normalize("NFD").replace(/\p{M}/gu, "");
}

/** The word inside "P@ssword2024!": letters with the usual replacements undone, no digits or signs around it. */
function coreOf(password: string) {
  const plain = password.toLowerCase().replace(/^\P{L}+|\P{L}+$/gu, "");
  return plain
    .replaceAll("0", "o")
    .replaceAll("1", "l")
    .replaceAll("3", "e")
    .replaceAll("@", "a")
    .replaceAll("$", "s");
}

/** One short piece over and over, or a run along the digits, the alphabet or the keyboard. */
function isPattern(password: string) {
  if (/^(.{1,4}?)\1+.{0,3}$/u.test(password)) return true;
  const runs = [
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
  ];
  return runs.some((run) => run.includes(password) || [...run].reverse().join("").includes(password));
}

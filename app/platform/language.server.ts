import { env } from "./env.server.ts";
import { isLanguage, type Language, preferredLanguage } from "./languages.ts";

const cookieName = "language";

/** The language of a request: what the person chose (a cookie), else what her browser asks for. */
export function languageOf(request: Request): Language {
  const cookie = request.headers.get("Cookie") ?? "";
  const chosen = /(?:^|;\s*)language=([^;]+)/.exec(cookie)?.[1];
  return isLanguage(chosen) ? chosen : preferredLanguage(request.headers.get("Accept-Language"));
}

/** Set-Cookie value that remembers a language on this device. */
export function languageCookie(language: Language): string {
  const secure = env().APP_ORIGIN.startsWith("https:") ? "; Secure" : "";
  return `${cookieName}=${language}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}

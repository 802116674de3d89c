import type { Response } from "express";

import type { PackageStandard } from "#app/library/package-structure.ts";
import { env } from "#app/platform/env.server.ts";

type Directives = Record<string, string[]>;

/** What a browser may do at all on the content origin; `unload` because old packages save in it. */
const permissions = [
  "unload=*",
  ...["autoplay", "encrypted-media", "fullscreen", "picture-in-picture"].map(
    (feature) => `${feature}=(self)`,
  ),
  ...[
    "accelerometer",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "clipboard-write",
    "compute-pressure",
    "display-capture",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "keyboard-map",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "window-management",
    "xr-spatial-tracking",
  ].map((feature) => `${feature}=()`),
].join(", ");

/** For answers that are data or text: nothing in them may run, and no frame may show them. */
export const inertPolicy = "default-src 'none'; frame-ancestors 'none'";

/**
 * On every answer of the content origin. One without a policy would be a way out for all: a package could show it in a
 * frame and run its code there.
 */
export function commonHeaders(): Record<string, string> {
  return {
    "Content-Security-Policy": inertPolicy,
    // Chromium: also what no Content-Security-Policy covers, WebRTC and connections without a request.
    [connections]: "(response-origin)",
    "X-Content-Type-Options": "nosniff",
    // Tokens are in addresses.
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "Permissions-Policy": permissions,
    "X-DNS-Prefetch-Control": "off",
    ...(env().CONTENT_ORIGIN.startsWith("https:")
      ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" }
      : {}),
  };
}

const connections = "Connection-Allowlist";

/** Puts the policy of a page in place of the one that lets nothing run. */
export function allow(response: Response, contentPolicy: string, isOutsideAllowed: boolean) {
  response.set("Content-Security-Policy", contentPolicy);
  if (isOutsideAllowed) response.removeHeader(connections);
}

/**
 * The page around a package. Its `frame-src` is what keeps the package's frame from being led elsewhere. H5P runs in a
 * frame without an address, which has the policy of this page, so it gets that of packages.
 */
export function shellPolicy(standard: PackageStandard, isOutsideAllowed: boolean): string {
  const ancestors = { "frame-ancestors": [env().APP_ORIGIN] };
  if (standard === "h5p") return policy({ ...packageDirectives(isOutsideAllowed), ...ancestors });
  return policy({
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "frame-src": isOutsideAllowed ? ["'self'", "https:"] : ["'self'"],
    "form-action": ["'none'"],
    "base-uri": ["'none'"],
    ...ancestors,
  });
}

/** A page of ours with nothing in it, which the player may show. */
export function emptyPagePolicy(): string {
  return policy({ "default-src": ["'none'"], "frame-ancestors": ["'self'", env().APP_ORIGIN] });
}

/** Files of a package: whatever old authoring tools need inside, and no way out. */
export function packagePolicy(isOutsideAllowed: boolean): string {
  return policy(packageDirectives(isOutsideAllowed));
}

function packageDirectives(isOutsideAllowed: boolean): Directives {
  const outside = isOutsideAllowed ? ["https:"] : [];
  return {
    "default-src": ["'self'", "data:", "blob:", ...outside],
    "script-src": ["'self'", "'unsafe-inline'", "'unsafe-eval'", "blob:", "data:", ...outside],
    "style-src": ["'self'", "'unsafe-inline'", "blob:", "data:", ...outside],
    "connect-src": ["'self'", "data:", "blob:", ...outside, ...(isOutsideAllowed ? ["wss:"] : [])],
    "frame-src": ["'self'", "data:", "blob:", ...outside],
    "worker-src": ["'self'", "blob:"],
    "form-action": ["'self'"],
    "base-uri": ["'self'"],
    // Every frame above counts, the learner's page at the top as well.
    "frame-ancestors": ["'self'", env().APP_ORIGIN],
  };
}

function policy(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

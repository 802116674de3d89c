import { index, route, type RouteConfig } from "@remix-run/route-config";

/** Every address of the site and its file, on one page. */
export default [
  // site/: pages for everybody
  index("routes/site/home.tsx"),
  route("language", "routes/site/language.tsx"),
  route("safety", "routes/site/safety.tsx"),
  route("privacy", "routes/site/privacy.tsx"),
  route("accessibility", "routes/site/accessibility.tsx"),
  route("messages/:language/:bundle", "routes/site/messages.ts"),

  // account/: signing in, invitations, one's own data

  route("sign-in", "routes/account/sign-in.tsx"),
  route("sign-out", "routes/account/sign-out.tsx"),
  route("setup/:token", "routes/account/setup.tsx"),
  route("invitations/:token", "routes/account/invitation.tsx"),
  route("password-reset", "routes/account/password-reset.tsx"),
  route("password-reset/:token", "routes/account/new-password.tsx"),
  route("account", "routes/account/account.tsx"),
  route("account/password", "routes/account/password.tsx"),
  route("account/sessions", "routes/account/sessions.tsx"),
  route("account/data.json", "routes/account/data.tsx"),

  // learn/: the learner's pages

  // teach/: the trainer's pages

  // admin/: the administrator's pages

  route("*", "routes/site/not-found.tsx"),
] satisfies RouteConfig;

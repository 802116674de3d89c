import { index, route, type RouteConfig } from "@remix-run/route-config";

/** Every address of the site and its file, on one page. */
export default [
  // site/: pages for everybody
  index("routes/site/home.tsx"),
  route("language", "routes/site/language.tsx"),
  route("messages/:language/:bundle", "routes/site/messages.ts"),

  // account/: signing in, invitations, one's own data

  // learn/: the learner's pages

  // teach/: the trainer's pages

  // admin/: the administrator's pages

  route("*", "routes/site/not-found.tsx"),
] satisfies RouteConfig;

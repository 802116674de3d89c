/** The direction of imports (CONTRIBUTING.md): routes and workers → domains → platform; ui knows no domain. */
const domains =
  "identity|tools|library|authoring|learning|players|assessment|surveys|live-sessions|certification|reporting|notifications";
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const domainRule = (domain, allowed) =>
  forbid(
    `${domain}-imports`,
    `${domain} may import ${[...allowed, "platform", "ui"].join(", ")}, and the leaf notifications/outgoing-mail.`,
    { path: `^app/${domain}/` },
    {
      path: `^app/(${domains})/`,
      pathNot: [
        `^app/(${[domain, ...allowed].join("|")})/`,
        "^app/notifications/outgoing-mail\\.server\\.ts$",
      ],
    },
  );

module.exports = {
  forbidden: [
    forbid("no-cycles", "Two files that need each other are one, or need a third.", {}, { circular: true }),
    forbid(
      "no-http-in-domains",
      "Domains know nothing of HTTP; only identity/session.server.ts knows cookies, components know links.",
      { path: `^app/(${domains})/`, pathNot: ["/ui/", "^app/identity/session\\.server\\.ts$"] },
      { path: ["^app/routes/", "^workers/", "@remix-run/"] },
    ),
    forbid(
      "no-database-in-routes",
      "Routes and workers call domain functions.",
      { path: ["^app/routes/", "^workers/(?!index\\.ts)"] },
      { path: ["^app/platform/db\\.server\\.ts$", "^prisma/"] },
    ),
    forbid(
      "platform-is-below",
      "Platform contains no domain.",
      { path: "^app/platform/" },
      { path: `^app/(${domains}|routes|ui)/` },
    ),
    forbid(
      "ui-is-below",
      "The design system imports no domain and nothing of the server, types apart.",
      { path: "^app/ui/" },
      { path: [`^app/(${domains}|routes)/`, "\\.server\\.ts$"], dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "app-is-below",
      "The application does not know its workers.",
      { path: "^app/" },
      { path: ["^workers/", "^web/"] },
    ),
    forbid(
      "only-session-knows-lucia",
      "Lucia is finished upstream.",
      { path: "^app/", pathNot: "session\\.server\\.ts$" },
      { path: "node_modules/lucia/" },
    ),
    domainRule("identity", []),
    domainRule("notifications", ["identity"]),
    domainRule("tools", []),
    domainRule("library", ["identity", "tools"]),
    domainRule("authoring", ["identity", "library", "learning", "players", "assessment"]),
    domainRule("learning", ["identity", "library"]),
    domainRule("players", ["identity", "library", "learning"]),
    domainRule("assessment", ["identity", "library", "learning"]),
    domainRule("surveys", ["identity", "library", "learning"]),
    domainRule("live-sessions", ["identity", "library", "learning"]),
    domainRule("certification", [
      "identity",
      "library",
      "learning",
      "players",
      "assessment",
      "surveys",
      "live-sessions",
    ]),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "prisma/generated" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".json"],
    },
  },
};

import { Form, Link, NavLink } from "@remix-run/react";

import { type MessageKey, useT } from "#app/platform/i18n.tsx";

import { Mark } from "./icon.tsx";

type Person = { name: string; role: "learner" | "trainer" | "administrator" };
type Place = { to: string; key: MessageKey };

const learn: Place = { to: "/learn", key: "common.navLearn" };
const teach: Place = { to: "/teach", key: "common.navTeach" };
const account: Place = { to: "/account", key: "common.navAccount" };

function placesOf(role: Person["role"], hasOutbox: boolean): Place[] {
  if (role === "learner") return [learn, account];
  if (role === "trainer") return [teach, learn, account];
  return [
    { to: "/admin", key: "common.navOverview" },
    { to: "/admin/people", key: "common.navPeople" },
    teach,
    { to: "/admin/certificates", key: "common.navCertificates" },
    { to: "/admin/support-lines", key: "common.navLines" },
    { to: "/admin/jobs", key: "common.navJobs" },
    ...(hasOutbox ? [{ to: "/admin/outbox", key: "common.navOutbox" } as const] : []),
    account,
  ];
}

/** "Exit this page" comes first for keyboards, on every page, before anything else. */
export function SiteHeader({
  siteName,
  actor,
  hasOutbox,
  exitUrl,
}: {
  siteName: string;
  actor: Person | null;
  hasOutbox: boolean;
  /** Where the script goes at once; without it the link takes the way over our server. */
  exitUrl: string;
}) {
  const t = useT();
  return (
    <>
      <header className="no-print sticky top-0 z-10 border-b border-line bg-paper">
        <div className="mx-auto flex max-w-[76rem] flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-1.5 sm:px-6">
          <a
            href="/exit"
            rel="noreferrer"
            data-exit={exitUrl}
            className="order-2 inline-flex min-h-11 items-center rounded-box border-2 border-brick bg-brick px-3.5 font-semibold text-paper no-underline hover:underline"
          >
            {t("common.exit")}
            <span className="ms-1.5 hidden font-normal sm:inline">{t("common.exitHint")}</span>
          </a>
          <a href="#main" className="skip-link order-3 w-full p-2">
            {t("common.skip")}
          </a>
          <Link
            to="/"
            reloadDocument
            discover="none"
            className="order-1 inline-flex min-h-11 items-center gap-2 font-serif text-xl font-semibold no-underline"
          >
            <Mark />
            {siteName}
          </Link>
        </div>
      </header>
      <nav aria-label={t("common.menu")} className="no-print border-b border-line">
        <div className="mx-auto flex max-w-[76rem] flex-wrap items-center gap-x-5 px-4 sm:px-6">
          {actor ? <Places actor={actor} hasOutbox={hasOutbox} /> : <SignInLink />}
          <div className="ms-auto flex gap-x-5">
            {actor && <SignOut />}
            <a href="#language" className={placeLink}>
              {t("common.language")}
            </a>
          </div>
        </div>
      </nav>
    </>
  );
}

const placeLink =
  "inline-flex min-h-11 items-center border-b-4 border-transparent no-underline forced-colors:border-[Canvas] hover:border-line aria-[current=page]:border-accent aria-[current=page]:font-semibold";

function Places({ actor, hasOutbox }: { actor: Person; hasOutbox: boolean }) {
  const t = useT();
  return (
    <ul className="flex flex-wrap gap-x-5">
      {placesOf(actor.role, hasOutbox).map(({ to, key }) => (
        <li key={to}>
          <NavLink reloadDocument discover="none" to={to} end={to === "/admin"} className={placeLink}>
            {t(key)}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

function SignOut() {
  const t = useT();
  return (
    <Form method="post" action="/sign-out" reloadDocument>
      <button type="submit" className={placeLink}>
        {t("common.signOut")}
      </button>
    </Form>
  );
}

function SignInLink() {
  const t = useT();
  return (
    <NavLink reloadDocument discover="none" to="/sign-in" className={placeLink}>
      {t("common.signIn")}
    </NavLink>
  );
}

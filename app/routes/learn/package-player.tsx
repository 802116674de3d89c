import { useLoaderData, useRevalidator, useSearchParams } from "@remix-run/react";
import { useState } from "react";

import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { packageAddress, placeAt } from "#app/players/place.ts";
import { packageStatus } from "#app/players/status.server.ts";
import { OwnWindowLink } from "#app/players/ui/own-window-link.tsx";
import { NeedsScript } from "#app/players/ui/needs-script.tsx";
import { Player } from "#app/players/ui/player.tsx";
import { useIsScripted } from "#app/ui/use-is-scripted.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "player.playerTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const place = placeAt(requireParam(params, "course"), requireParam(params, "activity"));
  const status = await packageStatus(await requireActor(request), place, languageOf(request));
  return { ...status, address: packageAddress(place) };
});

/** Only the player, with as little around it as can be. */
export default function PackagePlayerPage() {
  const t = useT();
  const unit = useLoaderData<typeof loader>();
  const { isOwnWindow, wish } = useWish();
  const { revalidate } = useRevalidator();
  const isScripted = useIsScripted();
  return (
    <div className="grid gap-3">
      {!isOwnWindow && (
        <Breadcrumbs
          items={[
            { to: `/learn/${unit.courseSlug}`, label: unit.courseTitle },
            { to: unit.address, label: t("player.toStatus") },
          ]}
        />
      )}
      <h1 className="text-xl">{unit.title}</h1>
      <NeedsScript />
      {isScripted && (
        <Player
          source={{ address: `${unit.address}/launches`, wish }}
          title={unit.title}
          onEndSaved={revalidate}
          tools={!isOwnWindow && <OwnWindowLink playerAddress={`${unit.address}/player`} />}
          ended={<Ended isOwnWindow={isOwnWindow} />}
        />
      )}
      <p className="text-sm text-slate">{t("player.exitHint")}</p>
    </div>
  );
}

/** What the address asks for. `attempt` is the number of one to begin: loading the page again goes on with it. */
function useWish() {
  const [query] = useSearchParams();
  const [asked] = useState(() => {
    const isOwnWindow = query.get("window") === "own";
    const newAttempt = Number(query.get("attempt")) || null;
    return { isOwnWindow, wish: { newAttempt, isTakeOver: isOwnWindow } };
  });
  return asked;
}

/** What the package reported counts for, and the way on. */
function Ended({ isOwnWindow }: { isOwnWindow: boolean }) {
  const t = useT();
  const { state, courseSlug, address } = useLoaderData<typeof loader>();
  const isDone = state === "done";
  return (
    <>
      <p className="mb-3">{t(isDone ? "player.endedDone" : "player.endedNotDone")}</p>
      {isOwnWindow ? (
        <Button type="button" onClick={() => close()}>
          {t("player.closeWindow")}
        </Button>
      ) : (
        <ButtonLink to={isDone ? `/learn/${courseSlug}` : address}>
          {t(isDone ? "learn.backToCourse" : "player.toStatus")}
        </ButtonLink>
      )}
    </>
  );
}

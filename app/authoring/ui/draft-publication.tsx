import { Form, Link } from "@remix-run/react";

import type { ShownCheck } from "#app/authoring/draft-pages.server.ts";
import { type MessageKey, useI18n, useT } from "#app/platform/i18n.tsx";
import { localOfInstant } from "#app/platform/zoned-time.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import { FaultList, WarningList } from "./fault-list.tsx";
import { MoveFields } from "./move-fields.tsx";

/** As `draftPage` gives it. */
type ShownPlan = {
  publishAt: Date;
  by: string | null;
  isRefused: boolean;
  learners: string;
  moveAt: Date | null;
};

type Given = {
  slug: string;
  publication: string;
  underWay: number;
  isOffered: boolean;
  plan: ShownPlan | null;
  answer?: {
    errors: Record<string, MessageKey> | null;
    check: ShownCheck | null;
    typed: Record<string, string>;
  };
};

/** Checks a draft, publishes it now, or plans to. */
export function DraftPublication(given: Given) {
  const { t, formatDateTime } = useI18n();
  const { slug, plan, answer, isOffered } = given;
  return (
    <section className="stack" id="publication">
      <h2>{t("drafts.publishTitle")}</h2>
      {!isOffered && (
        <Notice kind="warning">
          <p>{t("publishing.draftNotOffered")}</p>
          <Link to={`/teach/${slug}/availability`}>{t("publishing.availability")}</Link>
        </Notice>
      )}
      {plan?.isRefused && !answer && (
        <Notice kind="danger" title={t("publishing.refused", { date: formatDateTime(plan.publishAt) })}>
          {t("publishing.refusedLead")}
        </Notice>
      )}
      {answer?.check && <FaultList faults={answer.check.faults} />}
      {answer?.check && answer.check.warnings.length > 0 && <WarningList warnings={answer.check.warnings} />}
      {answer?.check && answer.check.waitingLinks > 0 && (
        <p>{t("drafts.linksWaiting", { count: answer.check.waitingLinks })}</p>
      )}
      {plan && !plan.isRefused ? <Planned {...given} plan={plan} /> : <PublishForm {...given} />}
    </section>
  );
}

function PublishForm({ publication, underWay, answer, plan }: Given) {
  const t = useT();
  const typed = answer?.typed ?? planned(plan);
  return (
    <Form method="post" noValidate className="stack">
      <ErrorSummary errors={answer?.errors} />
      <p>{t("drafts.publishLead")}</p>
      <input type="hidden" name="publication" value={publication} />
      <MoveFields underWay={underWay} present={typed} errors={answer?.errors} />
      <Anyway check={answer?.check} />
      <div className="flex flex-wrap gap-4">
        <Button name="intent" value="publish">
          {t("drafts.publish")}
        </Button>
        <Button variant="secondary" name="intent" value="check">
          {t("drafts.check")}
        </Button>
      </div>
      <Disclosure
        summary={t("publishing.later")}
        isOpen={Boolean(typed.publishAt || answer?.errors?.publishAt)}
      >
        <div className="stack">
          <p>{t("publishing.laterLead")}</p>
          <PublishAt typed={typed} error={answer?.errors?.publishAt} />
          <div>
            <Button variant="secondary" name="intent" value="plan">
              {t("publishing.plan")}
            </Button>
          </div>
        </div>
      </Disclosure>
    </Form>
  );
}

/** A draft that waits: when, by whom, and how to change that. */
function Planned({ publication, underWay, answer, plan }: Given & { plan: ShownPlan }) {
  const { t, formatDateTime } = useI18n();
  const typed = answer?.typed ?? planned(plan);
  return (
    <>
      <Notice kind="info" title={t("publishing.planned", { date: formatDateTime(plan.publishAt) })}>
        <p>{t("publishing.plannedBy", { name: plan.by ?? t("drafts.somebody") })}</p>
        <p>{t("publishing.frozen")}</p>
      </Notice>
      <Form method="post">
        <Button variant="secondary" name="intent" value="cancel">
          {t("publishing.cancel")}
        </Button>
      </Form>
      <Disclosure summary={t("publishing.change")} isOpen={Boolean(answer)}>
        <Form method="post" noValidate className="stack">
          <ErrorSummary errors={answer?.errors} />
          <input type="hidden" name="publication" value={publication} />
          <PublishAt typed={typed} error={answer?.errors?.publishAt} />
          <MoveFields underWay={underWay} present={typed} errors={answer?.errors} />
          <Anyway check={answer?.check} />
          <div>
            <Button name="intent" value="plan">
              {t("publishing.change")}
            </Button>
          </div>
        </Form>
      </Disclosure>
    </>
  );
}

function PublishAt({ typed, error }: { typed: Record<string, string>; error?: MessageKey }) {
  const t = useT();
  return (
    <TextField
      name="publishAt"
      type="datetime-local"
      label={t("publishing.publishAt")}
      hint={t("publishing.publishAtHint")}
      defaultValue={typed.publishAt}
      error={error}
    />
  );
}

/** Asked where nothing is wrong, but something should be looked at. */
function Anyway({ check }: { check?: ShownCheck | null }) {
  const t = useT();
  if (!check || check.faults.length > 0 || check.warnings.length === 0) return null;
  return <Checkbox name="anyway" label={t("reviews.anyway")} hint={t("reviews.anywayHint")} />;
}

function planned(plan: ShownPlan | null): Record<string, string> {
  if (!plan) return {};
  return {
    learners: plan.learners,
    moveAt: plan.moveAt ? localOfInstant(plan.moveAt) : "",
    publishAt: plan.isRefused ? "" : localOfInstant(plan.publishAt),
  };
}

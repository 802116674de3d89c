import { Form, useRevalidator } from "@remix-run/react";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";

import { useT } from "#app/platform/i18n.tsx";

import type { AnsweringPart } from "../answering/answering-part.ts";
import { attemptQueue } from "./attempt-queue.ts";

/**
 * Submits an attempt, once the server has every answer of this browser. Whatever an earlier page left is sent as soon
 * as this one opens.
 */
export function SubmitForm({
  answering,
  address,
  children,
}: {
  answering: AnsweringPart;
  address: string;
  children: ReactNode;
}) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const [isWaiting, setWaiting] = useState(false);
  const { revalidate } = useRevalidator();
  const { attemptId } = answering;

  useEffect(() => {
    const queue = attemptQueue(answering, address);
    void queue.restored.then(async () => {
      if (queue.unsent() > 0 && (await queue.flush())) revalidate();
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each attempt
  }, [attemptId]);

  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => {
      if (attemptQueue(answering, address).unsent() > 0) return;
      // On a slow line another submission would cancel the one under way, again and again.
      clearInterval(timer);
      form.current?.submit();
    }, 500);
    return () => clearInterval(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- while it waits
  }, [isWaiting]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const queue = attemptQueue(answering, address);
    if (queue.unsent() === 0) return;
    event.preventDefault();
    setWaiting(true);
    void queue.flush();
  }

  return (
    <Form method="post" reloadDocument ref={form} onSubmit={onSubmit} className="stack">
      {children}
      <p role="status" className="min-h-6 text-accent">
        {isWaiting && t("attempt.submitWaiting")}
      </p>
    </Form>
  );
}

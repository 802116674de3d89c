import type { Actor } from "#app/identity/actor.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { clock } from "#app/platform/clock.ts";
import type { Language } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import { certificatePdf } from "./certificate-pdf.server.ts";

/** A serial that no certificate can have: its public page says "unknown". */
const previewSerial = "SG-0000-0000-0000";

/** The course's certificate as its learners would get it, with a sample name. Throws like `requireTeaching`. */
export async function previewCertificate(
  actor: Actor,
  courseSlug: string,
  language: Language,
): Promise<Buffer> {
  const { structure, versionId, label } = await requireTeaching(actor, courseSlug);
  const { text } = await getCourseText(versionId, language);
  return certificatePdf({
    serial: previewSerial,
    holderName: i18nFor(language).t("certificate.previewName"),
    courseTitle: text.course.title,
    versionLabel: label,
    language,
    hours: structure.course.hours,
    score: structure.course.certificate.showScore ? 90 : null,
    issuedAt: clock.now(),
  });
}

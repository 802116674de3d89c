import type { Mail } from "#app/platform/mail.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFile } from "#app/platform/storage.server.ts";

/** The PDF that goes with a certificate's mail. Its name is neutral. */
export async function certificateAttachments({
  certificateId,
}: {
  certificateId: string;
}): Promise<Mail["attachments"]> {
  const { fileKey } = await db.certificate.findUniqueOrThrow({ where: { id: certificateId } });
  if (!fileKey) throw new Error("The certificate is not stored yet.");
  return [
    {
      filename: "certificate.pdf",
      content: await readFile(fileKey),
      contentType: "application/pdf",
    },
  ];
}

import { refuse, someOf } from "./package-refusal.ts";
import type { SourceFiles } from "./package-source.ts";
import { activitiesOf } from "./package-activities.ts";
import type { PackageFinding, ScormStructure } from "./package-structure.ts";
import type { ScormEdition } from "./scorm-edition.ts";
import { readAbout } from "./scorm-metadata.ts";
import { findingsOf, newNotes } from "./scorm-notes.ts";
import { type OrganizationContext, readActivity } from "./scorm-organization.ts";
import { readResources, type ScormResource } from "./scorm-resources.ts";
import { readCollections } from "./scorm-sequencing.ts";
import { isFlagSet } from "./scorm-values.ts";
import {
  attribute,
  childNamed,
  childrenNamed,
  childText,
  everyElement,
  type XmlElement,
} from "./xml-document.ts";

/**
 * What a SCORM manifest says, with `files` to look its addresses up. Refuses one that names nothing to launch, or
 * nothing that is there; what was forgiven and what may not work is added to `findings`.
 */
export async function readScormPackage(
  manifest: XmlElement,
  edition: ScormEdition,
  files: SourceFiles,
  fileName: string,
  findings: PackageFinding[],
): Promise<ScormStructure> {
  const notes = newNotes();
  const resources = readResources(manifest, files, notes);
  const organization = defaultOrganization(manifest, edition, resources, findings);
  const { title: described, about } = await readAbout(manifest, files, findings);
  const title = spaced(childText(organization, "title")) ?? described ?? fileName.replace(/\.[^.]+$/, "");
  const context: OrganizationContext = {
    edition,
    resources,
    submanifests: submanifestsOf(manifest),
    collections: readCollections(manifest),
    notes,
    taken: new Set(),
  };
  const root = readActivity(organization, context, title);
  requireSomethingToLaunch(root, notes.missingLaunches);
  findings.push(...findingsOf(notes));
  const common = { title, ...(about ? { about } : {}), root };
  if (edition === "1.2") return { standard: "scorm-1.2", ...common };
  return {
    standard: "scorm-2004",
    edition,
    ...common,
    objectivesGlobalToSystem: isFlagSet(organization, "objectivesGlobalToSystem", true),
    sharedDataGlobalToSystem: isFlagSet(organization, "sharedDataGlobalToSystem", true),
  };
}

function defaultOrganization(
  manifest: XmlElement,
  edition: ScormEdition,
  resources: ReadonlyMap<string, ScormResource>,
  findings: PackageFinding[],
): XmlElement {
  const list = childNamed(manifest, "organizations");
  const organizations = list ? childrenNamed(list, "organization") : [];
  const wanted = list && attribute(list, "default");
  const chosen = organizations.find((candidate) => attribute(candidate, "identifier") === wanted);
  const organization = chosen ?? organizations[0];
  if (!organization) return onlyPage(manifest, resources, findings);
  if (wanted && !chosen) {
    findings.push({ kind: "forgiven", key: "packages.forgivenDefaultOrganization", values: {} });
  }
  if (organizations.length > 1) {
    findings.push({
      kind: "warning",
      key: "packages.warningOrganizations",
      values: { count: organizations.length - 1 },
    });
  }
  if (attribute(organization, "identifier") === null && edition !== "1.2") {
    refuse("packages.refusedOrganizationIdentifier");
  }
  return organization;
}

/** Without an organization the meaning is clear only when there is one page to open. */
function onlyPage(
  manifest: XmlElement,
  resources: ReadonlyMap<string, ScormResource>,
  findings: PackageFinding[],
): XmlElement {
  const pages = [...resources.values()].filter(({ launch, kind }) => launch !== null && kind === "sco");
  const [page] = pages;
  if (!page || pages.length > 1) refuse("packages.refusedNoOrganization");
  findings.push({ kind: "forgiven", key: "packages.forgivenOrganization", values: {} });
  const bare = { family: "imscp", namespace: "", text: "" };
  const item = {
    ...bare,
    name: "item",
    attributes: new Map([
      ["identifier", page.id],
      ["identifierref", page.id],
    ]),
    children: [],
    nodes: [],
  };
  const identifier = attribute(manifest, "identifier") ?? "organization";
  return {
    ...bare,
    name: "organization",
    attributes: new Map([["identifier", identifier]]),
    children: [item],
    nodes: [item],
  };
}

function submanifestsOf(manifest: XmlElement): ReadonlySet<string> {
  const inner = everyElement(manifest).filter(
    (element) => element !== manifest && element.name === "manifest",
  );
  return new Set(inner.flatMap((element) => attribute(element, "identifier") ?? []));
}

function requireSomethingToLaunch(root: ScormStructure["root"], missing: ReadonlySet<string>) {
  const launches = activitiesOf(root).flatMap(({ launch }) => launch ?? []);
  if (launches.length === 0) refuse("packages.refusedNothingToLaunch");
  const isMissing = (launch: string) =>
    [...missing].some((file) => launch === file || launch.startsWith(file));
  if (launches.every(isMissing)) refuse("packages.refusedMissingFiles", someOf([...missing]));
}

function spaced(text: string | null): string | null {
  return text?.replace(/\s+/g, " ") ?? null;
}

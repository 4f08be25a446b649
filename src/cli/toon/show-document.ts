import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadScenarios } from "#contract/kader/scenarios.ts";
import { documentnaam, type RegieDocument } from "#domain/document.ts";
import type { Parameter } from "#domain/kop.ts";
import { formatGetal, formatMoment, formatProcent, orgaannaam } from "#domain/notatie.ts";
import { describeInBasis } from "#services/kader/documentzin.ts";
import { commandFor } from "#services/kader/uitvoering.ts";
import { type OpenedDocument, withOwnDocuments } from "../open-document.ts";
import { formatParameter, statusText } from "../text/document-text.ts";
import { beside, indent, withoutControls, wrap } from "../text/wrap.ts";
import type { Page } from "./page.ts";
import { indelingLines } from "./show-regio.ts";

const LABEL = 14;

/** A document as the sentence it is, with its head, its parameters and what people must still set. */
export function showDocument(opened: OpenedDocument, page: Page): readonly string[] {
  const { document } = opened;
  const { width, style } = page;
  const basis = withOwnDocuments(page.basis, [opened]);
  const line = (label: string, text: string) => beside(label, withoutControls(text), LABEL, width);
  const { toelichting } = document;
  return [
    ...wrap(withoutControls(document.titel), width).map(style.bold),
    ...indent(withoutControls(describeInBasis(document, basis)), 2, width),
    "",
    ...line("Document", `${documentnaam(document)}, ${soortText(document)}`),
    ...line("Status", statusText(document)),
    ...line("Bron", sourceText(document)),
    ...(document.geldigVan || document.geldigTot ? line("Geldig", validText(document)) : []),
    ...(toelichting ? line("Toelichting", toelichting) : []),
    ...parameterLines(document, page),
    ...scenarioLines(document, page).flatMap((text) => line("Scenario's", text)),
    ...(document.soort === "indeling" ? ["", ...indelingLines(document, page)] : []),
    ...howOn(document).flatMap((text) => ["", ...wrap(text, width)]),
  ];
}

function soortText({ soort, spoor, onderwerp, laag, orgaan }: RegieDocument): string {
  const parts = [
    soort,
    spoor ? `spoor ${spoor}` : "",
    `onderwerp ${onderwerp}`,
    laag === "geen" ? "" : `soort regio: ${laag}`,
    orgaan ? `van ${orgaannaam(orgaan)}` : "",
  ];
  return parts.filter(Boolean).join(", ");
}

function sourceText({ bron }: RegieDocument): string {
  return [bron.stuk, bron.plaats, bron.link].filter(Boolean).join("; ");
}

function validText({ geldigVan, geldigTot }: RegieDocument): string {
  const from = geldigVan ? `vanaf ${formatMoment(geldigVan)}` : "";
  const until = geldigTot ? `tot en met ${formatMoment(geldigTot)}` : "";
  return [from, until].filter(Boolean).join(" ");
}

function parameterLines(document: RegieDocument, { width, style }: Page): readonly string[] {
  const entries = Object.entries(document.parameters);
  if (entries.length === 0) return [];
  return [
    "",
    style.bold("Parameters"),
    ...entries.flatMap(([naam, parameter]) => [
      ...beside("  –", `${naam}: ${parameterText(parameter)}`, 4, width),
      ...parameter.mogelijk.flatMap(({ waarde, bron }) =>
        beside("      ·", `mogelijk: ${formatParameter(waarde)} volgens ${bron}`, 8, width),
      ),
    ]),
    "",
  ];
}

function parameterText({
  waarde,
  zekerheid,
  tussen,
  zet,
  eenheid,
  ingroeipad,
  toelichting,
}: Parameter): string {
  const share = eenheid === "deel";
  const number = share ? formatProcent : formatGetal;
  const value = waarde
    ? formatParameter(waarde)
    : ingroeipad
      ? "groeit in"
      : `nog te bepalen${zet ? ` door ${orgaannaam(zet)}` : ""}`;
  const parts = [
    share || !waarde || waarde.soort !== "getal" ? value : `${value} ${eenheid}`,
    tussen ? `ligt tussen ${number(tussen.van)} en ${number(tussen.tot)}` : "",
    ingroeipad
      ? `van ${number(ingroeipad.van)} in ${ingroeipad.vanaf} naar ${number(ingroeipad.naar)} in ${ingroeipad.doel}`
      : "",
    zekerheid === "vast" ? "" : zekerheid,
    zet && waarde ? `te bepalen door ${orgaannaam(zet)}` : "",
    toelichting ?? "",
  ];
  return withoutControls(parts.filter(Boolean).join(", "));
}

/** How many proofs lie beside a document that ships. */
function scenarioLines(document: RegieDocument, { root }: Page): readonly string[] {
  const folder = join(root, "kaders");
  if (!existsSync(folder)) return [];
  const name = `${document.id}.scenarios.yaml`;
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" }).find(
    (path) => path === name || path.endsWith(`/${name}`) || path.endsWith(`\\${name}`),
  );
  if (!found) return [];
  const read = loadScenarios(readFileSync(join(folder, found), "utf8"), { bestand: name });
  if (!read.ok || read.document !== documentnaam(document)) return [];
  return [`${read.scenarios.length}, in kaders/${found.replaceAll("\\", "/")}`];
}

function howOn(document: RegieDocument): readonly string[] {
  const command = commandFor(document);
  return command === undefined ? [] : [`Uitvoeren: ${command}`];
}

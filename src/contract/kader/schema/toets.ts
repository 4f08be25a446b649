import { z } from "zod";
import { listWords } from "#domain/notatie.ts";
import { parsePeriode } from "#domain/peildatum.ts";
import { FASEN, type Toets } from "#domain/toets.ts";
import { quote } from "../fout.ts";
import { findNearest } from "../nearest.ts";
import { gelezen, ongelezen } from "../scalar/gelezen.ts";
import { checkParameter } from "./bekend.ts";
import {
  blok,
  type Gevonden,
  isGevonden,
  kaart,
  lijst,
  type Meld,
  naam,
  onderdelen,
  scalar,
  tekst,
  withControle,
} from "./blok.ts";
import { eis } from "./eis.ts";
import { meetniveau } from "./indicator.ts";
import { kopVelden, orgaan, withLaag } from "./kop.ts";
import { dag, documentversie, termijn } from "./waarde.ts";

const meetperiode = scalar((text) => {
  if (parsePeriode(text) || !checkParameter(text)) return gelezen(text);
  return ongelezen(
    `${quote(text)} is geen periode en geen parameter van dit document. Schrijf bijvoorbeeld 2026-01-01/2035-12-31.`,
  );
});

const nietOpNiveau = withControle(onderdelen(tekst), (gevonden, meld) => {
  for (const level of Object.keys(gevonden)) {
    if (meetniveau.options.some((known) => known === level)) continue;
    const nearest = findNearest(level, meetniveau.options);
    const hint = nearest
      ? `Bedoelt u ${quote(nearest)}?`
      : `Kies ${listWords(meetniveau.options, "of")}.`;
    meld(`${quote(level)} is geen niveau. ${hint}`, { pad: [level] });
  }
});

/** Is it so? (docs/taal.md 2.4) */
export const toets: z.ZodType<Toets> = blok(
  {
    soort: z.literal("toets"),
    ...kopVelden,
    eisen: kaart(eis),
    niveau: lijst(meetniveau),
    "niet-op-niveau": nietOpNiveau.default({}),
    "meet-op": lijst(z.enum(FASEN)).default([]),
    meetperiode: meetperiode.exactOptional(),
    beginsel: z.enum(["hard", "pas-toe-of-leg-uit"]).default("hard"),
    "strenger-door": lijst(orgaan).exactOptional(),
    "aanvulling-op": documentversie.exactOptional(),
    vastgelegd: eis.exactOptional(),
    overgang: blok({
      start: dag,
      duur: termijn,
      "tot-dan": z.enum(["ingroeipad", "niet-toetsen"]).default("ingroeipad"),
    }).exactOptional(),
    ontheffing: blok({
      door: lijst(orgaan),
      vraagt: lijst(tekst).default([]),
      op: lijst(naam).default([]),
    }).exactOptional(),
  },
  checkToets,
).transform(withLaag);

function checkToets(gevonden: Gevonden, meld: Meld): void {
  const { eisen, ontheffing, niveau } = gevonden;
  const names = isGevonden(eisen) ? Object.keys(eisen) : [];
  const op = isGevonden(ontheffing) && Array.isArray(ontheffing.op) ? ontheffing.op : [];
  op.forEach((name: unknown, index) => {
    if (typeof name !== "string" || names.includes(name)) return;
    const nearest = findNearest(name, names);
    const hint = nearest ? ` Bedoelt u ${quote(nearest)}?` : "";
    meld(`${quote(name)} is geen eis van deze toets.${hint}`, {
      pad: ["ontheffing", "op", index],
      bij: "waarde",
    });
  });
  const none = gevonden["niet-op-niveau"];
  if (!Array.isArray(niveau) || !isGevonden(none)) return;
  for (const level of niveau.filter((name: unknown) => typeof name === "string" && name in none)) {
    meld(`${quote(String(level))} staat ook in «niveau». Kies een van de twee.`, {
      pad: ["niet-op-niveau", String(level)],
    });
  }
}

import type { Breuk } from "#domain/breuk.ts";
import { isDatum } from "#domain/peildatum.ts";
import type { Kennis } from "../kennis.ts";
import { readGetal } from "../scalar/getal.ts";
import type { Leescontext } from "../schema/leescontext.ts";
import { asBlok, asTekst, entries, type Kaartboom } from "./ruw.ts";

/** What the scalars of this document are checked against. */
export function createLeescontext(boom: Kaartboom, kennis: Kennis): Leescontext {
  const peildatum = [boom.peildatum, boom["geldig-van"], kennis.peildatum].find(
    (day) => typeof day === "string" && isDatum(day),
  );
  return {
    kennis,
    ...(typeof peildatum === "string" ? { peildatum } : {}),
    parameters: new Set(entries(boom.parameters).map(([name]) => name)),
    afgeleid: new Set(entries(boom.afgeleid).map(([name]) => name)),
    getallen: getallenVan(boom),
    cijfersBekend: boom.soort !== "rangorde",
    meldCodes: false,
  };
}

function getallenVan(boom: Kaartboom): ReadonlyMap<string, Breuk> {
  return new Map(
    entries(boom.parameters).flatMap(([name, parameter]) => {
      const text = asTekst(asBlok(parameter, "eenheid").waarde);
      const read = text === undefined ? undefined : readGetal(text);
      return read?.ok ? [[name, read.waarde.getal] as const] : [];
    }),
  );
}

import { useMemo } from "react";
import { documentnaam } from "#domain/document.ts";
import type { Rekeneenheid } from "#domain/gebied.ts";
import type { Bijcijfer, Kolom } from "#rules/verdeling/index.ts";
import type { Groep } from "./deelregios.tsx";
import { unitsById } from "./eenheden-op-id.ts";
import type { Kanttekeningen } from "./kanttekening.tsx";
import type { Uitgerekend } from "./reken.ts";
import type { Handlers, Rijgegevens } from "./tabel-rij.tsx";
import { useAfterPaint } from "./use-later.ts";

/** What the rows of a table are made of. */
export type Vorm = {
  readonly uitgerekend: Uitgerekend;
  readonly kolommen: readonly Kolom[];
  readonly nu: Bijcijfer | undefined;
  readonly metDeel: boolean;
  readonly bij: Kanttekeningen;
};

/** No row is lower than this, in px. */
const LOWEST_ROW = 36;

/** So many rows fill the screen, wherever the table begins on it. */
function rowsOnScreen(): number {
  return Math.ceil(window.innerHeight / LOWEST_ROW);
}

/** The rows of the first screen at once; the others, of the same columns, when those are painted. */
export function useRows(shape: Vorm, handlers: Handlers, groepen: readonly Groep[]) {
  const early = useMemo(() => {
    const units = groepen.flatMap(({ eenheden }) => eenheden.map(({ id }) => id));
    return new Set(units.slice(0, rowsOnScreen()));
  }, [groepen]);
  const shown = useAfterPaint(shape);
  const now = useMemo(() => rowReader(shape, handlers), [shape, handlers]);
  const later = useMemo(() => rowReader(shown, handlers), [shown, handlers]);
  const same = columnsOf(shape) === columnsOf(shown);
  return (eenheid: Rekeneenheid, pinned = false): Rijgegevens =>
    (pinned || !same || early.has(eenheid.id) ? now : later)(eenheid);
}

function columnsOf({ kolommen, uitgerekend, nu, metDeel, bij }: Vorm): string {
  const flags = [nu, uitgerekend.bij.aanbod, metDeel, bij.erbij, bij.ernaast].map(Boolean);
  const names = kolommen.map(({ document }) => documentnaam(document));
  return [uitgerekend.gebied.id, ...flags, ...names].join(" ");
}

/** What a row shows, looked up by its unit; the same numbers make the same row. */
function rowReader(shape: Vorm, handlers: Handlers) {
  const { kolommen, uitgerekend, nu, metDeel, bij } = shape;
  const { aanbod } = uitgerekend.bij;
  const columns = kolommen.map(({ document, uitkomst }) => {
    const kolom = documentnaam(document);
    const before = uitgerekend.vorige?.kolommen.find(
      (item) => documentnaam(item.document) === kolom,
    );
    return {
      kolom,
      titel: document.titel,
      units: unitsById(uitkomst),
      before: before && unitsById(before.uitkomst),
    };
  });
  return ({ id, naam }: Rekeneenheid): Rijgegevens => ({
    id,
    naam,
    ernaast: [
      ...(nu ? [{ kolom: "nu", band: nu.waarden.get(id) } as const] : []),
      ...(aanbod ? [{ kolom: "aanbod", band: aanbod.waarden.get(id) } as const] : []),
    ],
    cellen: columns.map(({ kolom, titel, units, before }) => {
      const found = units.get(id);
      const was = before?.get(id);
      return {
        kolom,
        titel,
        ...(found ? { aantal: found.aantal } : {}),
        ...(metDeel ? { deel: found?.deelVanAanbod } : {}),
        ...(uitgerekend.voorlopig
          ? { wacht: { ...(was ? { aantal: was.aantal, deel: was.deelVanAanbod } : {}) } }
          : {}),
      };
    }),
    regels: [
      ...(bij.erbij ? [bij.erbij.get(id) ?? NONE] : []),
      ...(bij.ernaast ? [bij.ernaast.get(id) ?? NONE] : []),
    ],
    ...handlers,
  });
}

const NONE: readonly string[] = [];

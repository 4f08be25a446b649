import type { Kader, Onderdeel, Partij } from "#domain/kader.ts";
import type { Bindingstand, Partijbesluit, Partijstand } from "#domain/kaderstand.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Melding } from "#domain/uitkomst.ts";
import type { Kadervraag } from "./kadervraag.ts";

/**
 * Where each party stands on a day: as the document says, with every decision since then.
 *
 * A kanttekening stays until its party says another. Nobody is `definitief` before it is shown what
 * it takes (F211): until then that party counts as `onder-voorbehoud`, and the refusal says so.
 */
export function reportPartijen(vraag: Kadervraag): {
  readonly partijen: readonly Partijstand[];
  readonly meldingen: readonly Melding[];
} {
  const current = vraag.document.partijen.map((partij) => currentOf(partij, vraag));
  return {
    partijen: current.map(({ partij, sinds }) => ({
      ...partij,
      ...(isEarly(partij) ? { standpunt: "onder-voorbehoud" } : {}),
      gebonden: partij.rol === "ondertekenaar" && partij.status === "ondertekend",
      ...(sinds === undefined ? {} : { sinds }),
    })),
    meldingen: current.flatMap(({ partij }, i) => (isEarly(partij) ? [refuse(partij, i)] : [])),
  };
}

function currentOf(
  partij: Partij,
  { besluiten, op }: Kadervraag,
): { readonly partij: Partij; readonly sinds?: Datum } {
  const own = besluiten
    .filter((besluit) => besluit.wie === partij.wie && besluit.op <= op)
    .toSorted((a, b) => (a.op < b.op ? -1 : 1));
  const last = own.at(-1);
  return {
    partij: own.reduce(decide, partij),
    ...(last ? { sinds: last.op } : {}),
  };
}

function decide(partij: Partij, { wie: _who, op: _day, ...besluit }: Partijbesluit): Partij {
  return { ...partij, ...besluit };
}

function isEarly({ standpunt, haalbaarheid }: Partij): boolean {
  return standpunt === "definitief" && haalbaarheid === undefined;
}

function refuse({ wie }: Partij, index: number): Melding {
  return {
    soort: "geweigerd",
    regel: `partijen[${index}].standpunt`,
    reden: `«${wie}» kan nog niet definitief zijn: eerst moet de haalbaarheid in beeld zijn. Noem het stuk bij «haalbaarheid»`,
  };
}

/**
 * How binding an onderdeel is today: every level above `vrijblijvend` needs the signature of all
 * who are to sign (F219).
 */
export function reportBinding(
  { binding }: Onderdeel,
  partijen: readonly Partijstand[],
): Bindingstand | undefined {
  if (binding === undefined) return undefined;
  if (binding === "vrijblijvend") return { gezegd: binding, telt: binding, wachtOp: [] };
  const signers = partijen.filter(({ rol }) => rol === "ondertekenaar");
  const wachtOp = signers.filter(({ gebonden }) => !gebonden).map(({ wie }) => wie);
  const signed = signers.length > 0 && wachtOp.length === 0;
  return { gezegd: binding, telt: signed ? binding : "vrijblijvend", wachtOp };
}

/** What the list of parties leaves to look after (F125). */
export function remarkOnPartijen(
  { aantalPartijen }: Kader,
  partijen: readonly Partijstand[],
): readonly string[] {
  if (aantalPartijen === undefined || aantalPartijen === partijen.length) return [];
  return [
    `Er staan ${partijen.length} partijen in de lijst; het zijn er ${aantalPartijen}. Kijk na wie ontbreekt of te veel is.`,
  ];
}

import { listWords } from "#domain/notatie.ts";
import { type Pad, quote } from "../fout.ts";
import type { Boom } from "../knoop.ts";
import { readEenheidnaam } from "../schema/eenheid.ts";
import { asBlok, asLijst, asTekst, entries, isKaart, type Melder, type Regel } from "./ruw.ts";

type Lidplek = {
  readonly pad: Pad;
  readonly tekst: string;
  readonly id: string;
  readonly groep: string;
  readonly sinds: string;
  readonly tot: string;
};

/** Each gemeente is in one region at a time, and in one deelregio of that region. */
export const indelingregel: Regel = ({ soort, boom }, melder) => {
  if (soort !== "indeling") return;
  const regios = entries(boom.regios);
  const all = regios.flatMap(([name, regio]) =>
    isKaart(regio) ? leden(regio.gemeenten, ["regios", name, "gemeenten"], name) : [],
  );
  checkTwice(all, melder, true);
  for (const [name, regio] of regios) {
    if (isKaart(regio)) checkDeelregios(name, regio.deelregios, all, melder);
  }
};

function leden(boom: Boom | undefined, pad: Pad, groep: string): readonly Lidplek[] {
  return asLijst(boom).flatMap((item, index) => {
    const lid = asBlok(item, "gemeente");
    const tekst = asTekst(lid.gemeente);
    if (tekst === undefined) return [];
    const read = readEenheidnaam(tekst);
    return [
      {
        pad: [...pad, index],
        tekst,
        id: read.ok ? read.waarde.id : tekst,
        groep,
        sinds: asTekst(lid.sinds) ?? "",
        tot: asTekst(lid.tot) ?? "9999",
      },
    ];
  });
}

/** A list tells of its own doubles where its schema does. */
function checkTwice(members: readonly Lidplek[], { fout }: Melder, withinList: boolean): void {
  const seen = new Map<string, Lidplek[]>();
  for (const member of members) {
    const before = seen.get(member.id) ?? [];
    const twin = before.find((other) => other.sinds <= member.tot && member.sinds <= other.tot);
    if (twin && (withinList || twin.groep !== member.groep)) {
      const where =
        twin.groep === member.groep
          ? `in ${quote(member.groep)}`
          : `in ${quote(twin.groep)} en in ${quote(member.groep)}`;
      fout(
        member.pad,
        `${quote(member.tekst)} staat twee keer, ${where}. Een gemeente hoort op één plek; haal er een weg.`,
        "waarde",
      );
    }
    seen.set(member.id, [...before, member]);
  }
}

function checkDeelregios(
  regio: string,
  boom: Boom | undefined,
  all: readonly Lidplek[],
  melder: Melder,
): void {
  const deelregios = entries(boom);
  if (deelregios.length === 0) return;
  const members = deelregios.flatMap(([name, list]) =>
    leden(list, ["regios", regio, "deelregios", name], name),
  );
  checkTwice(members, melder, false);
  const own = all.filter((lid) => lid.groep === regio);
  for (const member of members) {
    if (own.length === 0 || own.some((lid) => lid.id === member.id)) continue;
    melder.fout(
      member.pad,
      `${quote(member.tekst)} staat in deelregio ${quote(member.groep)}, maar niet bij de gemeenten van ${quote(regio)}. Voeg de gemeente daar toe, of haal haar hier weg.`,
      "waarde",
    );
  }
  const without = own.filter((lid) => !members.some((member) => member.id === lid.id));
  if (without.length === 0) return;
  melder.opmerking(
    ["regios", regio, "deelregios"],
    `Deze gemeenten van ${quote(regio)} staan in geen deelregio: ${listWords(without.map((lid) => lid.tekst))}.`,
  );
}

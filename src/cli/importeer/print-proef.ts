import type { Bevinding } from "#domain/inlevering.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Inleverkluis } from "#services/inlevering/kluis.ts";
import type { Proef } from "#services/inlevering/proef.ts";
import { describeWaar } from "#services/inlevering/verslag.ts";
import { groupBy } from "../group-by.ts";
import { indent } from "../text/wrap.ts";

/** What a file would bring, and all that is to be said of it, per cell. */
export function printProef(
  { controle, open }: Proef,
  { basis }: Inleverkluis,
  bestand: string,
  width: number,
): string {
  const titel = (id: string) => basis.bibliotheek.find(id)?.titel ?? id;
  const when = (moment: string | undefined) => (moment ? ` van ${formatMoment(moment)}` : "");
  const groups = groupBy(controle.cijfers, ({ waarneming: { indicator, cel, moment } }) =>
    [indicator, moment, ...cel].join("|"),
  );
  const lines = [
    `${bestand}: ${count(controle.cijfers.length, "cijfer", "cijfers")}`,
    ...groups.map((group) => {
      const { indicator, cel, moment } = group[0].waarneming;
      const naam = [titel(indicator), ...cel].join(", ");
      return `  ${naam}${when(moment)}: ${count(group.length, "gemeente", "gemeenten")}`;
    }),
    ...block(
      "Vragen",
      open.vragen.map(({ tekst }) => indent(tekst, 2, width)),
      VRAGEN,
    ),
    ...block(
      "Fouten",
      open.fouten.map((item) => describe(item, width)),
      FOUTEN,
    ),
    ...block(
      "Opmerkingen",
      open.opmerkingen.map((item) => describe(item, width)),
      REDEN,
    ),
    ...block(
      "Keuzes",
      open.botsingen.map(({ indicator, moment, bron, gebieden }) =>
        indent(
          `${titel(indicator)}${when(moment)}: ${count(gebieden.length, "cijfer", "cijfers")} anders dan van ${bron}.`,
          2,
          width,
        ),
      ),
      KEUZE,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

const VRAGEN =
  "Zeg het met «--cijfer» en «--moment» als het voor alle kolommen geldt; anders kiest u de kolommen op het scherm.";
const FOUTEN = "Er gaat niets gelden. Verbeter het bestand en probeer het opnieuw.";
const REDEN = "Klopt dit toch, zeg dan waarom met «--reden».";
const KEUZE = "Kies met «--keuze gaat-voor» of «--keuze naast-elkaar», en «--reden».";

function block(
  title: string,
  items: readonly (readonly string[])[],
  how: string,
): readonly string[] {
  if (items.length === 0) return [];
  return ["", `${title} (${items.length})`, ...items.flat(), `  ${how}`];
}

function describe({ waar, gevonden, tekst }: Bevinding, width: number): readonly string[] {
  const found = gevonden ? `: «${gevonden}»` : "";
  return [`  ${describeWaar(waar)}${found}`, ...indent(tekst, 4, width)];
}

function count(aantal: number, een: string, meer: string): string {
  return `${aantal} ${aantal === 1 ? een : meer}`;
}

import { documentnaam } from "#domain/document.ts";
import { formatExact, formatMoment, listWords } from "#domain/notatie.ts";
import type { Melding, Ontbrekend } from "#domain/uitkomst.ts";
import { Notice } from "../../ui/notice.tsx";
import type { Namen } from "./namen.ts";
import type { Uitgerekend } from "./reken.ts";

type Props = { readonly uitgerekend: Uitgerekend; readonly namen: Namen };

/** Why a key came to no numbers, or what people must still say; per key, in its own words. */
export function Meldingen({ uitgerekend, namen }: Props) {
  const { kolommen, gebied } = uitgerekend;
  const several = kolommen.length > 1;
  return kolommen.flatMap(({ document, uitkomst }) =>
    uitkomst.meldingen.map((melding) => (
      <One
        key={`${documentnaam(document)} ${keyOf(melding)}`}
        melding={melding}
        namen={namen}
        aantal={gebied.eenheden.length}
        bij={several ? ` bij «${document.titel}»` : ""}
      />
    )),
  );
}

function keyOf(melding: Melding): string {
  return melding.soort === "onbepaald" || melding.soort === "besluit-nodig"
    ? `${melding.soort} ${melding.wat}`
    : melding.soort;
}

type OneProps = {
  readonly melding: Melding;
  readonly namen: Namen;
  /** How many gemeenten the region has. */
  readonly aantal: number;
  readonly bij: string;
};

function One({ melding, namen, aantal, bij }: OneProps) {
  switch (melding.soort) {
    case "onvolledig":
      return (
        <Notice titel={`Nog geen uitkomst${bij}: er ontbreken cijfers`} kies>
          <p>Wat ontbreekt, is niet nul. Vul onderaan in wat u weet.</p>
          <ul>
            {perCijfer(melding.ontbreekt).map(([cijfer, items]) => (
              <li key={cijfer}>
                <strong>{namen.cijfer(cijfer)}</strong>
                {whose(items, namen, aantal)}
                {items.map((item) => contradiction(item, namen)).join("")}
              </li>
            ))}
          </ul>
        </Notice>
      );
    case "onbepaald":
      return (
        <Notice titel={`Nog te bepalen${bij}: ${melding.wat.replaceAll("-", " ")}`} kies>
          <p>{melding.waarom}</p>
        </Notice>
      );
    case "besluit-nodig":
      return melding.wat === "gelijke-stand" ? (
        <Notice titel={`Keuze nodig${bij}: een gelijke stand`} kies>
          <p>
            {listWords(melding.kandidaten.map(namen.eenheid))} staan precies gelijk. Het document
            zegt niet wie voorgaat.
          </p>
        </Notice>
      ) : null;
    case "onhaalbaar":
      return (
        <Notice titel={`Deze voorwaarden gaan niet samen${bij}`} kies>
          <p>{melding.tekst}</p>
          <ul>
            {melding.uitweg.map((uitweg) => (
              <li key={uitweg}>{uitweg}</li>
            ))}
          </ul>
        </Notice>
      );
    case "geweigerd":
      return (
        <Notice titel={`Dit kan niet${bij}`}>
          <p>{melding.reden}.</p>
        </Notice>
      );
    default:
      return null;
  }
}

function perCijfer(ontbreekt: readonly Ontbrekend[]) {
  const groups = new Map<string, Ontbrekend[]>();
  for (const item of ontbreekt) {
    const group = groups.get(item.cijfer);
    if (group) group.push(item);
    else groups.set(item.cijfer, [item]);
  }
  return [...groups];
}

function whose(items: readonly Ontbrekend[], namen: Namen, aantal: number): string {
  const owners = items.flatMap(({ van }) => (van ? [namen.eenheid(van)] : []));
  const moment = items.find((item) => item.moment)?.moment;
  const when = moment ? `, ${formatMoment(moment)}` : "";
  const all = owners.length > 1 && owners.length === aantal;
  const names = all ? "alle gemeenten" : listWords(owners);
  return `${names && ` van ${names}`}${when}`;
}

/** Sources that contradict each other, each with what it says. */
function contradiction({ van, botst = [] }: Ontbrekend, namen: Namen): string {
  if (botst.length === 0) return "";
  const said = botst.map(({ bron, waarde }) => `${formatExact(waarde)} (${bron})`);
  const about = van ? ` over ${namen.eenheid(van)}` : "";
  return `. Bronnen spreken elkaar${about} tegen: ${listWords(said)}. Vul in welk cijfer telt.`;
}

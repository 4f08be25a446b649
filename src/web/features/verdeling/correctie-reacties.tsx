import { formatMoment, formatVanTot } from "#domain/notatie.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import type { Correctieronde } from "../../client/correcties.ts";
import type { Cijfersoort } from "../../client/indicatoren.ts";
import { tijdVan } from "./versies-tekst.tsx";

/** Kinds of figures, by id. */
export type Soorten = ReadonlyMap<string, Cijfersoort>;

type Reactie = Correctieronde["gemeenten"][number]["reacties"][number];

/** What a gemeente said in a round; the figure that stood there stays beside its own. */
export function Reacties(props: {
  readonly reacties: readonly Reactie[];
  readonly soorten: Soorten;
}) {
  if (props.reacties.length === 0) return null;
  return (
    <>
      <h3>Wat u in deze ronde zei</h3>
      <ul>
        {props.reacties.map((reactie) => (
          <li key={reactie.reactie}>
            {reactieText(reactie, props.soorten)}{" "}
            <span className="klein">
              {tijdVan(reactie.op)}
              {reactie.wie && `, ${reactie.wie}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function reactieText({ wordt, was = [] }: Reactie, soorten: Soorten): string {
  if (!wordt) return "Gezien.";
  // A figure travels as the server keeps it.
  const own = wordt as unknown as Waarneming;
  const before = (was as unknown as readonly Waarneming[])[0];
  const old = before ? `${valueText(before, soorten)} (${before.bron})` : "niet geleverd";
  return `${titleOf(own, soorten)}, ${momentOf(own)}: was ${old}, wordt ${valueText(own, soorten)} (${own.bron}).`;
}

export function titleOf({ indicator, cel }: Waarneming, soorten: Soorten): string {
  const titel = soorten.get(indicator)?.titel ?? indicator.replaceAll("-", " ");
  return [titel, ...cel.map((code) => code.replaceAll("-", " "))].join(", ");
}

export function momentOf({ moment }: Waarneming): string {
  return moment ? formatMoment(moment) : "zonder datum";
}

/** As it was delivered, with its range where it has one. */
export function valueText({ indicator, inhoud }: Waarneming, soorten: Soorten): string {
  switch (inhoud.soort) {
    case "getal": {
      const { waarde, laag = waarde, hoog = waarde } = inhoud;
      const vorm = soorten.get(indicator)?.eenheid === "deel" ? "procent" : "getal";
      return formatVanTot({ laag, midden: waarde, hoog }, vorm, 2);
    }
    case "kenmerk":
      return inhoud.code.replaceAll("-", " ");
    case "datum":
      return formatMoment(inhoud.datum);
    case "duur":
      return `${inhoud.duur.aantal} ${inhoud.duur.maat}`;
    case "onbekend":
      return "onbekend";
  }
}

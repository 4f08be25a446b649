import { formatGetal, formatProcent, formatVanTot } from "#domain/notatie.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import { type Aanspraak, leftFor } from "#rules/verdeling/index.ts";
import { Unknown } from "../../ui/band-number.tsx";
import type { Namen } from "./namen.ts";
import type { Uitgerekend } from "./reken.ts";

type Props = { readonly uitgerekend: Uitgerekend; readonly namen: Namen };

/** What is divided, what comes free, which part that is, and what is left for others. */
export function OpgaveLines({ uitgerekend, namen }: Props) {
  const { uitkomst, document } = uitgerekend.kolommen[0];
  const { opgave, eenheid } = uitkomst;
  if (!opgave) return null;
  const { aantal, aanbod, deelVanAanbod, behoefte, maximum } = opgave;
  const figure = uitgerekend.bij.aanbod?.cijfer;
  return (
    <dl className="kenmerken">
      <dt>{maximum ? "Te verdelen, hoogstens" : "Te verdelen"}</dt>
      <dd>
        {formatVanTot(aantal)} {eenheid}
      </dd>
      {document.spoor === 2 && (
        <>
          <dt>Komt vrij</dt>
          <dd>
            {aanbod ? `${formatVanTot(aanbod)} woningen` : <Unknown />}
            {deelVanAanbod && `; daarvan is ${share(deelVanAanbod)} nodig`}
            {!aanbod && figure && <> ({namen.cijfer(figure)} is niet voor elke gemeente bekend)</>}
          </dd>
          <dt>Er rust al op</dt>
          <dd>
            {uitgerekend.rustAlOp.map(({ cijfer, waarde }, index) => (
              <span key={cijfer}>
                {index > 0 && " · "}
                {namen.zeg(KORT[cijfer] ?? namen.cijfer(cijfer))}{" "}
                {waarde ? formatVanTot(waarde) : <Unknown />}
              </span>
            ))}
          </dd>
          <dt>{namen.zeg("Blijft voor regulier woningzoekenden")}</dt>
          <dd>{aanbod ? remaining(aanbod, aantal, uitgerekend.rustAlOp) : <Unknown />}</dd>
        </>
      )}
      {behoefte && (
        <>
          <dt>Behoefte</dt>
          <dd>{behoefte === "onbekend" ? <Unknown /> : `${formatVanTot(behoefte)} ${eenheid}`}</dd>
        </>
      )}
    </dl>
  );
}

/** How a claim on the supply is called in one line. */
const KORT: Readonly<Record<string, string>> = {
  "toewijzingen-vergunninghouders": "vergunninghouders",
  "plaatsingen-lokale-urgenten": "lokale urgenten",
  "toewijzingen-doorstroming": "doorstroming",
};

function share(band: Bandbreedte): string {
  return formatVanTot(band, "procent") || formatProcent(band.midden);
}

/** Low supply against high need, and the other way round: the widest that can be. */
function remaining(
  aanbod: Bandbreedte,
  aantal: Bandbreedte,
  aanspraken: readonly Aanspraak[],
): string {
  const known = aanspraken.flatMap(({ waarde }) => (waarde ? [waarde] : []));
  const left = leftFor(aanbod, [aantal, ...known]);
  const [from, to] = [formatGetal(left.laag), formatGetal(left.hoog)];
  const range = from === to ? `${from} woningen` : `${from} tot ${to} woningen`;
  const unknown = aanspraken.length - known.length;
  return unknown > 0 ? `${range}; wat onbekend is, gaat daar nog af` : range;
}

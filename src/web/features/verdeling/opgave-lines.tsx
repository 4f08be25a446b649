import { subtract } from "#domain/breuk.ts";
import { formatGetal, formatProcent, formatVanTot } from "#domain/notatie.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
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
          <dt>Blijft voor regulier woningzoekenden</dt>
          <dd>{aanbod ? remaining(aanbod, aantal) : <Unknown />}</dd>
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

function share(band: Bandbreedte): string {
  return formatVanTot(band, "procent") || formatProcent(band.midden);
}

/** Low supply against high need, and the other way round: the widest that can be. */
function remaining(aanbod: Bandbreedte, aantal: Bandbreedte): string {
  const low = subtract(aanbod.laag, aantal.hoog);
  const high = subtract(aanbod.hoog, aantal.laag);
  const [from, to] = [formatGetal(low), formatGetal(high)];
  return from === to ? `${from} woningen` : `${from} tot ${to} woningen`;
}

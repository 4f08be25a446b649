import { formatMoment } from "#domain/notatie.ts";
import type { Bewaard } from "#services/zoeken/zoek-bewaard.service.ts";
import { Notice } from "../page/notice.tsx";
import { Group } from "./group.tsx";

const WAT: Readonly<Record<Bewaard["soort"], { readonly naam: string; readonly pad: string }>> = {
  versie: { naam: "bewaarde versie", pad: "/verdeling/versies" },
  correctieronde: { naam: "correctieronde", pad: "/verdeling/correcties" },
  woordenlijst: { naam: "woordenlijst", pad: "/verdeling/woordenlijsten" },
  inlevering: { naam: "ingeleverd bestand", pad: "/inleveringen" },
  opmerking: { naam: "opmerking over een gemeente", pad: "/opmerkingen" },
  fonds: { naam: "fonds", pad: "/fondsen" },
};

type Props = {
  readonly bewaard: readonly Bewaard[] | undefined;
  readonly vraag: string;
  readonly alles: string;
};

/** What people made here and whoever asks may see. */
export function BewaardGroup({ bewaard, vraag, alles }: Props) {
  if (!bewaard) {
    return (
      <Notice titel="Wat mensen hier bewaarden, is nu niet doorzocht">
        <p>De database antwoordt even niet. Zoek straks opnieuw.</p>
      </Notice>
    );
  }
  const gevonden = { dingen: bewaard, lijktOp: false };
  return <Group groep="bewaard" {...{ vraag, alles, gevonden }} regel={BewaardLine} />;
}

function BewaardLine({ ding }: { readonly ding: Bewaard }) {
  const { naam, pad } = WAT[ding.soort];
  const of = ding.organisatie === undefined ? "" : ` · ${ding.organisatie}`;
  return (
    <>
      <a href={`${pad}/${ding.id}`}>{ding.naam}</a>{" "}
      <span class="klein">
        {naam} · {ding.bij}
        {of} · {formatMoment(ding.op.slice(0, 10))}
      </span>
    </>
  );
}

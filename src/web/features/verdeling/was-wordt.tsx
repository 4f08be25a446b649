import { useEffect, useMemo, useRef } from "react";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { WasWordt } from "../../client/versies.ts";
import { BandNumber, Unknown } from "../../ui/band-number.tsx";
import { TableFrame } from "../../ui/table-frame.tsx";
import { createNamen, type Namen } from "./namen.ts";
import { padInWoorden } from "./versies-log.ts";
import { readVerschillen, type Verschil } from "./was-wordt-getallen.ts";
import { WasWordtKaart } from "./was-wordt-kaart.tsx";

type Sleutel = WasWordt["sleutels"][number];
type Props = { readonly wasWordt: WasWordt; readonly data: Rekenblad };

/** Two versions laid beside each other: the sentence, each gemeente, the choices and the figures. */
export function WasWordtDeel({ wasWordt, data }: Props) {
  const namen = useMemo(() => createNamen(data), [data]);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer moves the focus again
  useEffect(() => heading.current?.focus(), [wasWordt]);
  return (
    <div className="waswordt">
      <h3 ref={heading} tabIndex={-1}>
        Wat er anders is
      </h3>
      {wasWordt.sleutels.map((sleutel, index) => (
        <SleutelVerschil
          key={`${sleutel.was} ${sleutel.wordt}`}
          {...{ sleutel, namen, data, index }}
        />
      ))}
    </div>
  );
}

type SleutelProps = {
  readonly sleutel: Sleutel;
  readonly namen: Namen;
  readonly data: Rekenblad;
  readonly index: number;
};

function SleutelVerschil({ sleutel, namen, data, index }: SleutelProps) {
  const verschillen = useMemo(() => readVerschillen(sleutel), [sleutel]);
  const tabel = `waswordt-${index}`;
  return (
    <>
      <Zinnen sleutel={sleutel} namen={namen} />
      {sleutel.eenheid && verschillen.length === 0 && (
        <p>In beide versies is er nog geen uitkomst per gemeente: er ontbreken cijfers.</p>
      )}
      {sleutel.eenheid && verschillen.length > 0 && (
        <>
          <VerschilTabel
            id={tabel}
            eenheid={sleutel.eenheid}
            naam={sleutel.wordt}
            verschillen={verschillen}
          />
          <WasWordtKaart {...{ data, verschillen, tabel }} eenheid={sleutel.eenheid} />
        </>
      )}
      {!sleutel.eenheid && (
        <p>
          Deze twee tellen iets anders, of horen bij een ander spoor. Daarom staan hier geen
          getallen naast elkaar.
        </p>
      )}
      <Keuzes sleutel={sleutel} />
      <Cijfers sleutel={sleutel} namen={namen} />
    </>
  );
}

function Zinnen({ sleutel: { document }, namen }: Pick<SleutelProps, "sleutel" | "namen">) {
  const [was, wordt] = document.zinnen;
  if (was === wordt && document.verschillen.length === 0) return <p>De zin is dezelfde.</p>;
  return (
    <>
      <dl className="kenmerken">
        <dt>De zin was</dt>
        <dd>{was}</dd>
        <dt>De zin wordt</dt>
        <dd>{wordt}</dd>
      </dl>
      <ul>
        {document.verschillen.map(({ pad, links, rechts }) => (
          <li key={pad}>
            {padInWoorden(pad, namen)}: was {links ?? "er niet"}, wordt{" "}
            <strong>{rechts ?? "weg"}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}

type TabelProps = {
  readonly id: string;
  readonly naam: string;
  readonly eenheid: string;
  readonly verschillen: readonly Verschil[];
};

function VerschilTabel({ id, naam, eenheid, verschillen }: TabelProps) {
  return (
    <TableFrame naam={`Was en wordt, ${naam}`}>
      <table className="verschillen" id={id}>
        <caption>
          In <strong>{eenheid}</strong>, op alfabet. Overlappen de twee bandbreedtes, dan staat er
          «binnen de onzekerheid»: het verschil kan dan alleen onzekerheid zijn.
        </caption>
        <thead>
          <tr>
            <th scope="col">gemeente</th>
            <th scope="col" className="getal">
              was
            </th>
            <th scope="col" className="getal">
              wordt
            </th>
            <th scope="col" className="getal">
              verschil
            </th>
          </tr>
        </thead>
        <tbody>
          {verschillen.map(({ id: code, naam: gemeente, was, wordt, tekst, binnen }) => (
            <tr key={code}>
              <th scope="row">{gemeente}</th>
              <td className="getal">{was ? <BandNumber band={was} /> : <Unknown />}</td>
              <td className="getal">{wordt ? <BandNumber band={wordt} /> : <Unknown />}</td>
              <td className="getal">
                {tekst ?? <Unknown />}
                {binnen && <span className="opmerking">binnen de onzekerheid</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Keuzes({ sleutel: { keuzes } }: Pick<SleutelProps, "sleutel">) {
  if (keuzes.length === 0) return null;
  return (
    <>
      <h4>Andere keuzes</h4>
      <ul>
        {keuzes.map(({ naam, was, wordt }) => (
          <li key={naam}>
            {naam.replaceAll("-", " ")}: was {was ?? "niet ingevuld"}, wordt{" "}
            <strong>{wordt ?? "niet ingevuld"}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}

type Cijfer = Sleutel["cijfers"][number];

function Cijfers({ sleutel: { cijfers }, namen }: Pick<SleutelProps, "sleutel" | "namen">) {
  if (cijfers.length === 0) return <p>De gebruikte cijfers zijn dezelfde.</p>;
  return (
    <details>
      <summary>
        {cijfers.length === 1 ? "1 cijfer is anders" : `${cijfers.length} cijfers zijn anders`}
      </summary>
      <ul>
        {cijfers.map(({ indicator, gebied, cel, was, wordt }) => (
          <li key={[indicator, gebied, ...cel].join(" ")}>
            {namen.cijfer([indicator, ...cel].join("."))}, {namen.eenheid(gebied)}: was{" "}
            {figureText(was)}, wordt {figureText(wordt)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function figureText(cijfer: Cijfer["was"]): string {
  if (!cijfer) return "niet gebruikt";
  const { waarde, bron } = cijfer;
  if (!waarde) return `onbekend (${bron})`;
  const number = waarde.laag === waarde.hoog ? waarde.midden : `${waarde.laag} tot ${waarde.hoog}`;
  return `${number.replaceAll(".", ",")} (${bron})`;
}

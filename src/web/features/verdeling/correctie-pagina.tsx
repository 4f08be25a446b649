import { useEffect, useState } from "react";
import { formatMoment } from "#domain/notatie.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import {
  type Correctieronde,
  fetchEigenCijfers,
  fetchRonde,
  react,
} from "../../client/correcties.ts";
import { fetchCijfersoorten } from "../../client/indicatoren.ts";
import { refusalOf } from "../../client/vraag.ts";
import { TableFrame } from "../../ui/table-frame.tsx";
import { type Correctie, CorrectieForm } from "./correctie-form.tsx";
import { momentOf, Reacties, type Soorten, titleOf, valueText } from "./correctie-reacties.tsx";
import { RondeKeuze } from "./correctie-ronde.tsx";
import { readNagekeken } from "./correctie-stand.ts";
import { useEigenLink } from "./versies-link.tsx";
import { Weigering } from "./versies-tekst.tsx";

type Eigen = {
  readonly gemeente: string;
  readonly cijfers: readonly Waarneming[];
  readonly ronde: Correctieronde;
  readonly soorten: Soorten;
};

/** The page of a correction link: the own figures of one gemeente, and what it says of them. */
export function CorrectiePagina() {
  const link = useEigenLink();
  const [gemeente, choose] = useGekozen();
  const [keuze, setKeuze] = useState<Correctieronde>();
  const [eigen, setEigen] = useState<Eigen>();
  const [fouten, setFouten] = useState<readonly string[]>([]);
  const [said, setSaid] = useState("");
  const [open, setOpen] = useState<string>();
  const read = async () => {
    const [cijfers, ronde, soorten] = await Promise.all([
      fetchEigenCijfers(link, gemeente),
      fetchRonde(link.id),
      fetchCijfersoorten(),
    ]);
    if (cijfers.soort === "goed" && ronde.soort === "goed") {
      return setEigen({ ...cijfers.inhoud, ronde: ronde.inhoud, soorten });
    }
    if (ronde.soort === "goed" && link.geheim === "") setKeuze(ronde.inhoud);
    setFouten(refusalOf(cijfers.soort === "goed" ? ronde : cijfers));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each link and gemeente
  useEffect(() => {
    read();
  }, [link, gemeente]);
  const tell = async (wie: string, correctie?: Correctie) => {
    const told = await react(link, {
      ...(wie.trim() ? { wie: wie.trim() } : {}),
      ...(gemeente ? { gemeente } : {}),
      ...(correctie ? { correctie } : {}),
    });
    setFouten(refusalOf(told));
    if (told.soort !== "goed") return;
    setOpen(undefined);
    await read();
    setSaid(correctie ? "Uw correctie is bewaard." : "Bewaard: u hebt uw cijfers gezien.");
  };
  if (!eigen) {
    if (keuze) return <RondeKeuze ronde={keuze} waarom={fouten} onKies={choose} />;
    if (fouten.length > 0) return <Weigering regels={fouten} />;
    return <p role="status">Uw cijfers worden opgehaald…</p>;
  }
  const { gemeente: code, cijfers, ronde, soorten } = eigen;
  const own = ronde.gemeenten.find((item) => item.gemeente === code);
  const naam = own?.naam ?? code;
  return (
    <>
      <h2>{naam}</h2>
      <p>
        Ronde «{ronde.naam}». Dit zijn de cijfers van uw gemeente waarmee de regio rekent. Klopt er
        een niet, geef dan een ander cijfer met bron. Het oude blijft ernaast te zien.
      </p>
      <p>
        Nu staat bij uw gemeente: <strong>{readNagekeken(ronde).get(code)}</strong>.{" "}
        {link.geheim === ""
          ? `Wat u hier zegt, komt van ${naam}.`
          : `Wie deze link heeft, spreekt voor ${naam}.`}
        {ronde.uiterlijk !== undefined && ` Reageer uiterlijk op ${formatMoment(ronde.uiterlijk)}.`}
      </p>
      <p className="klein" role="status">
        {said}
      </p>
      <Weigering regels={fouten} />
      <p className="niet-afdrukken">
        <button type="button" onClick={() => tell("")}>
          Wij hebben onze cijfers gezien
        </button>
      </p>
      <Reacties reacties={own?.reacties ?? []} soorten={soorten} />
      {cijfers.length === 0 && <p>Er zijn van uw gemeente nog geen cijfers geleverd.</p>}
      {cijfers.length > 0 && (
        <Tabel {...{ cijfers, soorten, open }} onOpen={setOpen} onTell={tell} />
      )}
    </>
  );
}

/** The gemeente that the address names, and how to name another; then the address brings it back. */
function useGekozen() {
  const here = new URLSearchParams(window.location.search).get("gemeente") ?? undefined;
  const [gemeente, setGemeente] = useState(here);
  const choose = (code: string) => {
    const { pathname, hash } = window.location;
    window.history.replaceState(null, "", `${pathname}?gemeente=${code}${hash}`);
    setGemeente(code);
  };
  return [gemeente, choose] as const;
}

type TabelProps = {
  readonly cijfers: readonly Waarneming[];
  readonly soorten: Soorten;
  readonly open: string | undefined;
  readonly onOpen: (key: string | undefined) => void;
  readonly onTell: (wie: string, correctie: Correctie) => void;
};

function Tabel({ cijfers, soorten, open, onOpen, onTell }: TabelProps) {
  const seen = new Map(cijfers.map((item) => [keyOf(item), item]));
  return (
    <TableFrame naam="Uw cijfers">
      <table>
        <thead>
          <tr>
            <th scope="col">cijfer</th>
            <th scope="col" className="getal">
              waarde
            </th>
            <th scope="col">van wanneer</th>
            <th scope="col">bron</th>
            <th scope="col">klopt dit niet?</th>
          </tr>
        </thead>
        <tbody>
          {[...seen].map(([key, item]) => (
            <tr key={key}>
              <th scope="row">{titleOf(item, soorten)}</th>
              <td className="getal">{valueText(item, soorten)}</td>
              <td>{momentOf(item)}</td>
              <td>{item.bron}</td>
              <td>
                {open === key ? (
                  <CorrectieForm cijfer={item} onTell={onTell} onClose={() => onOpen(undefined)} />
                ) : (
                  <button
                    type="button"
                    className="stil heel"
                    aria-label={`Geef een ander cijfer: ${titleOf(item, soorten)}, ${momentOf(item)}`}
                    onClick={() => onOpen(key)}
                  >
                    ander cijfer
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function keyOf({ indicator, cel, moment, bron }: Waarneming): string {
  return [indicator, ...cel, moment, bron].join(" ");
}

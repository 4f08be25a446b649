import { useEffect, useMemo, useRef, useState } from "react";
import type { Blad } from "#contract/rekenblad/blad.ts";
import { createBibliotheek } from "#domain/document.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { besluitnemer } from "#domain/vaststelling.ts";
import { createZincontext, describeDocument, zinAlsTekst } from "#rules/kader/index.ts";
import { readAccount } from "../../client/account.ts";
import {
  fetchReeks,
  fetchVersie,
  fetchVersieblad,
  type Sleutel,
  type Versie,
  type Versiereeks,
} from "../../client/versies.ts";
import { refusalOf } from "../../client/vraag.ts";
import { Bronnen } from "./bronnen.tsx";
import { ExporteerVersie } from "./exporteer.tsx";
import { Meldingen } from "./meldingen.tsx";
import type { Weergave } from "./modus-adres.ts";
import { ModusTabel } from "./modus-tabel.tsx";
import { NaHerindeling } from "./na-herindeling.tsx";
import { createNamen } from "./namen.ts";
import { OpgaveLines } from "./opgave-lines.tsx";
import { reckon } from "./reken.ts";
import { SleutelTabel } from "./sleutel-tabel.tsx";
import { Uitleg, type Uitlegvraag } from "./uitleg.tsx";
import { adresOf, continueFrom } from "./use-versie.ts";
import { VersieBeheer } from "./versies-beheer.tsx";
import { useEigenLink } from "./versies-link.tsx";
import { bladOf } from "./versies-log.ts";
import { ReeksDeel } from "./versies-reeks.tsx";
import { dagVan, Weigering } from "./versies-tekst.tsx";

type Stand =
  | { readonly soort: "bezig" }
  | { readonly soort: "fout"; readonly regels: readonly string[] }
  | ({ readonly soort: "er" } & Gelezen);

type Gelezen = {
  readonly versie: Versie;
  readonly data: Rekenblad;
  /** Present where the sheet lay over two regions. */
  readonly elders?: Rekenblad;
  readonly reeks: Versiereeks;
};

/** The own address of a version: the sheet as it was kept, which nobody can change. */
export function VersiePagina() {
  const link = useEigenLink();
  const [stand, setStand] = useState<Stand>({ soort: "bezig" });
  useEffect(() => {
    let here = true;
    readAll(link).then((read) => here && setStand(read));
    return () => {
      here = false;
    };
  }, [link]);
  if (stand.soort === "bezig") return <p role="status">De versie wordt opgehaald…</p>;
  if (stand.soort === "fout") return <Weigering regels={stand.regels} />;
  return (
    <Inhoud
      {...stand}
      geheim={link.geheim}
      onGone={() => setStand({ soort: "fout", regels: [WEG] })}
    />
  );
}

const WEG =
  "Deze versie is weggegooid. De inhoud is er niet meer; dat zij er was, staat nog in de lijst.";

async function readAll(link: Sleutel): Promise<Stand> {
  const [versie, blad] = await Promise.all([fetchVersie(link), fetchVersieblad(link)]);
  if (versie.soort !== "goed") return { soort: "fout", regels: refusalOf(versie) };
  if (blad.soort !== "goed") return { soort: "fout", regels: refusalOf(blad) };
  const { reeks: id, adres } = versie.inhoud;
  const reeks = await fetchReeks({ ...link, id });
  if (reeks.soort !== "goed") return { soort: "fout", regels: refusalOf(reeks) };
  const elders = bladOf(adres).alternatief ? await fetchVersieblad(link, true) : undefined;
  return {
    soort: "er",
    versie: versie.inhoud,
    data: blad.inhoud,
    reeks: reeks.inhoud,
    ...(elders?.soort === "goed" ? { elders: elders.inhoud } : {}),
  };
}

type Props = Gelezen & {
  readonly geheim: string;
  readonly onGone: () => void;
};

function Inhoud({ versie, data, elders, reeks, geheim, onGone }: Props) {
  const namen = useMemo(() => createNamen(data), [data]);
  const uitgerekend = useMemo(() => reckon(data), [data]);
  const [eigen, setEigen] = useState<string>();
  const uitleg = useUitlegHier();
  const [weergave, look] = useState<Weergave>({});
  const { gemeente = "", ...kept } = useMemo(() => bladOf(versie.adres), [versie]);
  const pinned = eigen ?? gemeente;
  const blad = pinned ? { ...kept, gemeente: pinned } : kept;
  const mayAdd = reeks.recht !== "lezen";
  const goOn = () => {
    const { versie: vorige, nummer } = versie;
    continueFrom(versie.adres, mayAdd ? { reeks: versie.reeks, geheim, vorige, nummer } : {});
  };
  return (
    <>
      <VersieKop versie={versie} data={data} />
      <p>
        <a className="knop niet-afdrukken" href={adresOf(versie.adres)} onClick={goOn}>
          Ga hiermee verder
        </a>{" "}
        <span className="klein">
          Dan opent zij als eigen rekenblad. Deze versie blijft zoals zij is.
        </span>
      </p>
      <OpgaveLines uitgerekend={uitgerekend} namen={namen} />
      <ModusTabel
        {...{ uitgerekend, blad, namen, weergave }}
        onLook={look}
        onAsk={uitleg.ask}
        onChange={(next) => setEigen(next.gemeente ?? "")}
      />
      <Meldingen uitgerekend={uitgerekend} namen={namen} />
      {elders && <Elders data={elders} blad={blad} />}
      <NaHerindeling uitgerekend={uitgerekend} op={blad.op} namen={namen} />
      <Bronnen uitgerekend={uitgerekend} namen={namen} />
      <p className="klein">
        Deze versie verandert niet als er later andere cijfers komen. Kenmerk:{" "}
        {versie.hash.slice(0, 16)}; rekenkern {versie.sleutels[0]?.engineVersie}.
      </p>
      <ExporteerVersie {...{ blad, namen }} sleutel={{ id: versie.versie, geheim }} />
      {readAccount().steltVast && (
        <p className="niet-afdrukken">
          <a href={`/verdeling/versies/${versie.versie}/vaststellen`}>
            Leg een besluit vast over deze versie
          </a>
        </p>
      )}
      {mayAdd ? (
        <VersieBeheer regel={versie} {...{ geheim, namen, onGone }} />
      ) : (
        <p>
          {geheim === ""
            ? "Deze versie is met u gedeeld. U kunt lezen; wie haar maakte, kan haar delen en weggooien."
            : "Wie deze link heeft, kan deze versie zien. U kunt lezen; wie de link van de maker heeft, kan haar delen en weggooien."}{" "}
          {versie.vaststellingen.length === 0 && "Hier is niets vastgesteld."}
        </p>
      )}
      <ReeksDeel stand={reeks} {...{ geheim, namen }} hier={versie.versie} />
      {uitleg.vraag && (
        <Uitleg
          vraag={uitleg.vraag}
          {...{ uitgerekend, data, blad, namen }}
          onClose={uitleg.close}
        />
      )}
    </>
  );
}

/** The same division over the other region, as it was kept. */
function Elders({ data, blad }: { readonly data: Rekenblad; readonly blad: Blad }) {
  const namen = useMemo(() => createNamen(data), [data]);
  const uitgerekend = useMemo(() => reckon(data), [data]);
  return (
    <section aria-labelledby="elders-kop">
      <h2 id="elders-kop">Dezelfde verdeling over {data.gebied.titel}</h2>
      <SleutelTabel {...{ uitgerekend, blad, namen }} onAsk={NOTHING} onChange={NOTHING} />
      <Meldingen uitgerekend={uitgerekend} namen={namen} />
    </section>
  );
}

const NOTHING = () => undefined;

/** What the version is worth, of when, and the sentence that it is. */
function VersieKop({ versie, data }: Pick<Props, "versie" | "data">) {
  const { nummer, gemaaktOp, status, naam, maker, ongebronde } = versie;
  const zin = useMemo(() => sentenceOf(data), [data]);
  const held = versie.vaststellingen.filter(({ ingetrokken }) => !ingetrokken);
  return (
    <>
      <dl className="kenmerken stand-regels">
        <dt>Wat dit waard is</dt>
        <dd>
          {held.length > 0 ? (
            <Vastgesteld held={held} nummer={nummer} />
          ) : (
            <>
              <strong>
                Ambtelijk concept, versie {nummer} van {dagVan(gemaaktOp)}
              </strong>
              {status === "klaar voor bespreking" && " · klaar voor bespreking"}
            </>
          )}
          {bladOf(versie.adres).voorbeeld && " · cijfers verzonnen om te laten zien hoe het werkt"}
        </dd>
        <dt>Naam</dt>
        <dd>
          {naam}
          {maker && ` · bewaard door ${maker}`}
        </dd>
        <dt>Voor wie</dt>
        <dd>
          {data.gebied.titel}, {data.gebied.eenheden.length} gemeenten · cijfers van{" "}
          {formatMoment(data.op)}
        </dd>
        <dt>Bewaard tot</dt>
        <dd>
          {versie.vaststellingen.length > 0
            ? "zij blijft bewaard: er is over besloten"
            : dagVan(versie.vervaltOp)}
        </dd>
      </dl>
      {ongebronde.length > 0 && (
        <p className="klein">
          {ongebronde.length === 1
            ? "Eén ingevuld cijfer heeft"
            : `${ongebronde.length} ingevulde cijfers hebben`}{" "}
          geen bron. Daarom blijft deze versie nog binnen de eigen kring.
        </p>
      )}
      <p className="zin">{zin}</p>
    </>
  );
}

type Gehouden = Versie["vaststellingen"];

/** Which bodies adopted exactly this, each with its decision. */
function Vastgesteld({ held, nummer }: { readonly held: Gehouden; readonly nummer: number }) {
  return held.map(({ id, orgaan, vanWie, datum }) => (
    <span key={id}>
      <strong>
        Versie {nummer} is vastgesteld door {besluitnemer({ orgaan, vanWie })} op{" "}
        {formatMoment(datum)}
      </strong>{" "}
      (<a href={`/vaststellingen/${id}`}>het besluit</a>){" "}
    </span>
  ));
}

function sentenceOf({ sleutels, documenten, gebied, ingevuld }: Rekenblad): string {
  const [first] = sleutels;
  if (!first) return "";
  const context = createZincontext(createBibliotheek([first.document, ...documenten]));
  const namen = Object.fromEntries(gebied.eenheden.map(({ id, naam }) => [id, naam]));
  return zinAlsTekst(describeDocument(first.document, { ...context, namen, ingevuld }));
}

/** The account of a number, without a place in the address; closing gives the focus back. */
function useUitlegHier() {
  const [vraag, setVraag] = useState<Uitlegvraag>();
  const from = useRef<HTMLElement>(null);
  const ask = (next: Uitlegvraag) => {
    const { activeElement } = document;
    from.current = activeElement instanceof HTMLElement ? activeElement : null;
    setVraag(next);
  };
  const close = () => {
    setVraag(undefined);
    from.current?.focus();
  };
  return { vraag, ask, close };
}

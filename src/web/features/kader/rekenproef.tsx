import { type FormEvent, useEffect, useId, useState } from "react";
import type { Toetsantwoord } from "#contract/api/toets.ts";
import type { Verdeelantwoord } from "#contract/api/verdeling.ts";
import { askApi, refusalOf } from "../../client/vraag.ts";
import type { Lezing, Regiokeuze } from "./bericht.ts";
import { Indelingproef } from "./indelingproef.tsx";
import type { Lezer } from "./lezer.ts";
import { Toetsproef, Verdeelproef } from "./proeftabel.tsx";

type Props = {
  readonly lezer: Lezer;
  readonly document: NonNullable<Lezing["document"]>;
  readonly tekst: () => string;
  /** Whether there are mistakes now. */
  readonly oud: boolean;
};

type Uitkomst =
  | { readonly soort: "verdeling"; readonly antwoord: Verdeelantwoord }
  | { readonly soort: "toets"; readonly antwoord: Toetsantwoord };

/** Works the text out for a region, so that one sees at once what it does; nothing is kept. */
export function Rekenproef(props: Props) {
  const { soort } = props.document;
  if (soort === "verdeling" || soort === "toets") return <Proef {...props} soort={soort} />;
  const { regios } = props.document;
  if (regios) return <Indelingproef regios={regios} />;
  return (
    <>
      <h2>Uitrekenen</h2>
      <p className="klein">{ELDERS[soort] ?? "Dit document zegt iets, en rekent niets uit."}</p>
    </>
  );
}

const ELDERS: Readonly<Record<string, string>> = {
  rangorde: "Een rangorde loopt op de opdrachtregel: woonregie rangschik.",
  traject: "Een traject loopt op de opdrachtregel: woonregie traject.",
  kader: "Een kader loopt op de opdrachtregel: woonregie kader.",
};

function Proef({
  lezer,
  document,
  tekst,
  oud,
  soort,
}: Props & { readonly soort: Uitkomst["soort"] }) {
  const regios = useRegios(lezer);
  const [regio, setRegio] = useState("");
  const [uitkomst, setUitkomst] = useState<Uitkomst>();
  const [redenen, setRedenen] = useState<readonly string[]>([]);
  const [cijfers, setCijfers] = useState<Readonly<Record<string, string>>>({});
  const [bezig, setBezig] = useState(false);
  const field = useId();
  const own = regios.find(
    ({ waarde }) => waarde.split("#")[1] === document.gebied?.split("#").at(-1),
  );
  const chosen = regio || own?.waarde || "";
  const run = async (event: FormEvent) => {
    event.preventDefault();
    setBezig(true);
    const filled = Object.fromEntries(
      Object.entries(cijfers).filter(([, text]) => text.trim() !== ""),
    );
    const vraag = { tekst: tekst(), regio: chosen };
    const inhoud = soort === "verdeling" ? { ...vraag, ...split(filled) } : vraag;
    const got = await askApi<never>(soort === "verdeling" ? "verdelingen" : "toetsen", {
      methode: "POST",
      inhoud,
    });
    setBezig(false);
    setRedenen(refusalOf(got));
    setUitkomst(got.soort === "goed" ? { soort, antwoord: got.inhoud } : undefined);
  };
  const open = uitkomst?.soort === "verdeling" ? missingIn(uitkomst.antwoord) : [];
  const fields = [...new Set([...Object.keys(cijfers), ...open])];
  return (
    <section aria-labelledby={`${field}-kop`}>
      <h2 id={`${field}-kop`}>Reken uit</h2>
      <form onSubmit={run}>
        <div className="veld">
          <label htmlFor={field}>Voor welke regio</label>
          <select id={field} value={chosen} onChange={({ target }) => setRegio(target.value)}>
            <option value="">Kies een regio</option>
            {regios.map(({ waarde, titel }) => (
              <option key={waarde} value={waarde}>
                {titel}
              </option>
            ))}
          </select>
        </div>
        {fields.map((naam) => (
          <div className="veld" key={naam}>
            <label htmlFor={`${field}-${naam}`}>{describeField(naam)}</label>
            <input
              type="text"
              id={`${field}-${naam}`}
              value={cijfers[naam] ?? ""}
              onChange={({ target }) => setCijfers({ ...cijfers, [naam]: target.value })}
            />
          </div>
        ))}
        <button type="submit" className="stil" disabled={chosen === "" || oud || bezig}>
          Reken uit
        </button>
      </form>
      <p className="klein" role="status">
        {bezig ? "Wordt uitgerekend…" : oud ? "Uitrekenen kan als er geen fouten meer zijn." : ""}
      </p>
      {redenen.map((reden) => (
        <p key={reden} role="alert">
          {reden}
        </p>
      ))}
      {uitkomst?.soort === "verdeling" && <Verdeelproef antwoord={uitkomst.antwoord} />}
      {uitkomst?.soort === "toets" && <Toetsproef antwoord={uitkomst.antwoord} />}
    </section>
  );
}

function useRegios(lezer: Lezer): readonly Regiokeuze[] {
  const [regios, setRegios] = useState<readonly Regiokeuze[]>([]);
  useEffect(() => {
    lezer.ask("regios", {}).then((found) => setRegios(found ?? []));
  }, [lezer]);
  return regios;
}

const KIES = "kies ";

/** Figures that nobody delivered, and what the document leaves to people, as fields. */
function missingIn({ kolommen }: Verdeelantwoord): readonly string[] {
  const meldingen = kolommen.flatMap(({ uitkomst }) => uitkomst.meldingen);
  return [
    ...new Set(
      meldingen.flatMap((melding) => {
        if (melding.soort === "onvolledig") return melding.ontbreekt.map(({ cijfer }) => cijfer);
        if (melding.soort === "onbepaald" && melding.parameter) return [`${KIES}${melding.wat}`];
        return [];
      }),
    ),
  ];
}

function describeField(naam: string): string {
  const chosen = naam.startsWith(KIES);
  const words = (chosen ? naam.slice(KIES.length) : naam).replaceAll("-", " ");
  return chosen ? `${words} (nog te bepalen)` : `${words} (niet geleverd)`;
}

function split(filled: Readonly<Record<string, string>>) {
  const entries = Object.entries(filled);
  return {
    cijfers: Object.fromEntries(entries.filter(([naam]) => !naam.startsWith(KIES))),
    ingevuld: Object.fromEntries(
      entries.flatMap(([naam, text]) =>
        naam.startsWith(KIES) ? [[naam.slice(KIES.length), text] as const] : [],
      ),
    ),
  };
}

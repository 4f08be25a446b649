import { type FormEvent, useEffect, useId, useState } from "react";
import { readAccount } from "../../client/account.ts";
import {
  endKring,
  fetchReeks,
  makeKring,
  shareWith,
  type Versiereeks,
  type Versieregel,
} from "../../client/versies.ts";
import { refusalOf } from "../../client/vraag.ts";
import type { Namen } from "./namen.ts";
import { LinkVeld, makeLink } from "./versies-link.tsx";
import { padInWoorden } from "./versies-log.ts";
import { Weigering } from "./versies-tekst.tsx";

type Props = {
  readonly regel: Versieregel;
  readonly geheim: string;
  readonly namen: Namen;
};
type Recht = "lezen" | "meewerken";
type Gemaakt = { readonly naam: string; readonly link: string };

/** Shares a version with a named circle, which gets a link of its own; only its maker can. */
export function DeelMetKring({ regel, geheim, namen }: Props) {
  const [reeks, setReeks] = useState<Versiereeks>();
  const [fouten, setFouten] = useState<readonly string[]>([]);
  const [made, setMade] = useState<Gemaakt>();
  const [said, setSaid] = useState("");
  const sleutel = { id: regel.reeks, geheim };
  const refresh = async () => {
    const read = await fetchReeks(sleutel);
    if (read.soort === "goed") setReeks(read.inhoud);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version
  useEffect(() => {
    refresh();
  }, [regel.versie, geheim]);
  if (reeks?.recht !== "beheren") return null;
  const share = async (kring: string, naam: string) => {
    const shared = await shareWith({ id: regel.versie, geheim }, kring);
    setFouten(refusalOf(shared).map((tekst) => withTitle(tekst, namen)));
    if (shared.soort === "goed") setSaid(`«${naam}» ziet nu versie ${regel.nummer}.`);
    await refresh();
    return shared.soort === "goed";
  };
  const create = async (naam: string, recht: Recht) => {
    const kring = await makeKring(sleutel, { naam, recht });
    if (kring.soort !== "goed") return setFouten(refusalOf(kring));
    const { link, geheim: own } = kring.inhoud;
    if (await share(link, naam))
      setMade({ naam, link: makeLink("reeksen", regel.reeks, own ?? "") });
    else await endKring(sleutel, link);
    await refresh();
  };
  const withdraw = async (kring: string, naam: string) => {
    const ended = await endKring(sleutel, kring);
    setFouten(refusalOf(ended));
    if (ended.soort === "goed") setSaid(`De link van «${naam}» opent niets meer.`);
    await refresh();
  };
  const seen = reeks.versies.find(({ versie }) => versie === regel.versie)?.kringen ?? [];
  return (
    <details className="delen">
      <summary>Deel met een kring</summary>
      <Weigering regels={fouten} />
      <p role="status">{said}</p>
      {made && (
        <LinkVeld link={made.link} naam={`De link van «${made.naam}», nu eenmalig te zien`} />
      )}
      {reeks.kringen.length > 0 && (
        <ul>
          {reeks.kringen.map(({ kring, naam, recht }) => (
            <li key={kring}>
              «{naam}» mag {recht === "lezen" ? "lezen" : "lezen en meewerken"}
              {seen.includes(kring) ? " en ziet deze versie." : " en ziet deze versie nog niet."}{" "}
              {!seen.includes(kring) && (
                <button type="button" className="stil" onClick={() => share(kring, naam)}>
                  Deel met «{naam}»
                </button>
              )}{" "}
              <button type="button" className="stil" onClick={() => withdraw(kring, naam)}>
                Trek de link van «{naam}» in
              </button>
            </li>
          ))}
        </ul>
      )}
      {readAccount().deelt ? (
        <p>Een nieuwe link maken kan niet meer: op deze server deelt u met accounts.</p>
      ) : (
        <KringForm onMake={create} />
      )}
    </details>
  );
}

/** The key of a figure on the sheet, as the sheet calls it. */
function withTitle(tekst: string, namen: Namen): string {
  return tekst.replace(/^«([^»]+)»/, (_, key: string) => {
    const pad = key.startsWith("wijzig.") ? key : `cijfer.${key}`;
    return `«${padInWoorden(pad, namen)}»`;
  });
}

function KringForm({ onMake }: { readonly onMake: (naam: string, recht: Recht) => void }) {
  const id = useId();
  const [naam, setNaam] = useState("");
  const [recht, setRecht] = useState<Recht>("lezen");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (naam.trim() === "") return;
    onMake(naam.trim(), recht);
    setNaam("");
  };
  return (
    <form onSubmit={submit}>
      <div className="velden">
        <div className="veld">
          <label htmlFor={id}>Naam van een nieuwe kring</label>
          <span className="hint" id={`${id}-hint`}>
            Bijvoorbeeld: ambtelijk overleg. De leden krijgen een eigen link, en zien alleen wat u
            met hen deelt.
          </span>
          <input
            id={id}
            type="text"
            required
            autoComplete="off"
            maxLength={120}
            aria-describedby={`${id}-hint`}
            value={naam}
            onChange={(event) => setNaam(event.target.value)}
          />
        </div>
        <div className="veld">
          <label htmlFor={`${id}-recht`}>De kring mag</label>
          <span className="hint">Wie meewerkt, kan zelf een volgende versie bewaren.</span>
          <select
            id={`${id}-recht`}
            value={recht}
            onChange={(event) => setRecht(event.target.value === "lezen" ? "lezen" : "meewerken")}
          >
            <option value="lezen">lezen</option>
            <option value="meewerken">lezen en meewerken</option>
          </select>
        </div>
      </div>
      <button type="submit" className="stil">
        Maak de kring en deel
      </button>
    </form>
  );
}

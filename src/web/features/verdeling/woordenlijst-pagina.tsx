import { type FormEvent, useEffect, useId, useState } from "react";
import { SCHERMWOORDEN, type Woorden } from "#domain/schermwoorden.ts";
import { fetchCijfersoorten } from "../../client/indicatoren.ts";
import { type Antwoord, refusalOf } from "../../client/vraag.ts";
import { changeLijst, fetchLijst, type Woordenlijst } from "../../client/woordenlijsten.ts";
import { useEigenLink } from "./versies-link.tsx";
import { Weigering } from "./versies-tekst.tsx";
import { WoordBotsing, type Woordbotsing } from "./woordenlijst-botsing.tsx";

/** The page of a word list: every code with our word, and the region's own beside it. */
export function WoordenlijstPagina() {
  const link = useEigenLink();
  const [lijst, setLijst] = useState<Woordenlijst>();
  const [ons, setOns] = useState<Woorden>(SCHERMWOORDEN);
  const [getypt, setGetypt] = useState<Woorden>({});
  const [fouten, setFouten] = useState<readonly string[]>([]);
  const [said, setSaid] = useState("");
  const [botsing, setBotsing] = useState<Woordbotsing>();
  useEffect(() => {
    fetchLijst(link.id).then((read) => {
      if (read.soort === "goed") setLijst(read.inhoud);
      else setFouten(refusalOf(read));
    });
    fetchCijfersoorten().then((soorten) => {
      const titels = [...soorten.values()].map(({ id, titel }) => [id, titel] as const);
      setOns({ ...SCHERMWOORDEN, ...Object.fromEntries(titels) });
    });
  }, [link]);
  if (!lijst) {
    if (fouten.length > 0) return <Weigering regels={fouten} />;
    return <p role="status">De woordenlijst wordt opgehaald…</p>;
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const woorden = filled({ ...lijst.woorden, ...getypt });
    const changed = await changeLijst(link, { woorden, van: lijst.versie });
    const clash = await readBotsing(lijst, woorden, changed);
    setBotsing(clash);
    setFouten(clash ? [] : refusalOf(changed));
    if (changed.soort !== "goed") return;
    setLijst(changed.inhoud);
    setGetypt({});
    setSaid(`Bewaard als versie ${changed.inhoud.versie} van deze lijst.`);
  };
  const merge = ({ nieuwste }: Woordbotsing, woorden: Woorden) => {
    setLijst(nieuwste);
    setGetypt(asTyped(nieuwste, woorden));
    setBotsing(undefined);
    setSaid("Samengevoegd in de lijst hierboven. Er is nog niets bewaard.");
  };
  const codes = [...new Set([...Object.keys(ons), ...Object.keys(lijst.woorden)])];
  return (
    <>
      <p>
        Regio {lijst.regio}, versie {lijst.versie} van de lijst. Wat u leeg laat, blijft zoals wij
        het zeggen. Een woord mag u kiezen; wat het betekent, verandert niet. Vorige lijsten blijven
        bewaard.
      </p>
      <Weigering regels={fouten} />
      {botsing && (
        <WoordBotsing botsing={botsing} ons={ons} onKlaar={(woorden) => merge(botsing, woorden)} />
      )}
      <form onSubmit={submit}>
        <div className="velden">
          {codes.map((code) => (
            <Woordveld
              key={code}
              code={code}
              ons={ons[code] ?? code}
              waarde={getypt[code] ?? lijst.woorden[code] ?? ""}
              onType={(text) => setGetypt({ ...getypt, [code]: text })}
            />
          ))}
        </div>
        <button type="submit">Bewaar de woorden</button>
        <p className="klein" role="status">
          {said}
        </p>
      </form>
    </>
  );
}

/** The list as it stands now, where somebody else changed it meanwhile. */
async function readBotsing(
  was: Woordenlijst,
  mijn: Woorden,
  antwoord: Antwoord<unknown>,
): Promise<Woordbotsing | undefined> {
  if (antwoord.soort !== "geweigerd" || antwoord.probleem.status !== 409) return undefined;
  const now = await fetchLijst(was.lijst);
  return now.soort === "goed" ? { was: was.woorden, mijn, nieuwste: now.inhoud } : undefined;
}

/** Words as if they were typed over a list: a word that is not among them is left empty. */
function asTyped({ woorden: there }: Woordenlijst, woorden: Woorden): Woorden {
  const codes = [...Object.keys(there), ...Object.keys(woorden)];
  return Object.fromEntries(codes.map((code) => [code, woorden[code] ?? ""]));
}

function filled(woorden: Woorden): Record<string, string> {
  return Object.fromEntries(
    Object.entries(woorden).flatMap(([code, label]) =>
      label.trim() === "" ? [] : [[code, label.trim()]],
    ),
  );
}

type VeldProps = {
  readonly code: string;
  readonly ons: string;
  readonly waarde: string;
  readonly onType: (text: string) => void;
};

function Woordveld({ code, ons, waarde, onType }: VeldProps) {
  const id = useId();
  return (
    <div className="veld">
      <label htmlFor={id}>{ons}</label>
      <span className="hint" id={`${id}-hint`}>
        code {code}
      </span>
      <input
        id={id}
        type="text"
        autoComplete="off"
        maxLength={80}
        aria-describedby={`${id}-hint`}
        value={waarde}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  );
}

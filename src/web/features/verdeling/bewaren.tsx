import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { Blad } from "#contract/rekenblad/blad.ts";
import { readAccount } from "../../client/account.ts";
import {
  type Botsing,
  type Opslagverzoek,
  saveVersie,
  startReeks,
  type Versieregel,
} from "../../client/versies.ts";
import { type Antwoord, refusalOf } from "../../client/vraag.ts";
import { BewaarBotsing } from "./bewaren-botsing.tsx";
import type { Namen } from "./namen.ts";
import { type Draad, newSleutel, queryOf } from "./use-versie.ts";
import { padInWoorden } from "./versies-log.ts";
import { Weigering } from "./versies-tekst.tsx";

type Props = {
  readonly blad: Blad;
  readonly namen: Namen;
  readonly draad: Draad;
  readonly onDraad: (next: Partial<Draad>) => void;
  readonly onSaved: (regel: Versieregel, geheim: string) => void;
  readonly onClose: () => void;
};

/** Keeps the sheet as it stands: a name, who keeps it, and where each typed figure comes from. */
export function BewaarForm({ blad, namen, draad, onDraad, onSaved, onClose }: Props) {
  const stand = useBewaren(blad, draad, onDraad, onSaved);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    stand.save(false);
  };
  const typed = typedFigures(blad);
  return (
    <form
      className="bewaarform"
      onSubmit={submit}
      onKeyDown={({ key }) => key === "Escape" && onClose()}
    >
      <Weigering regels={stand.fouten} />
      {stand.botsing && (
        <BewaarBotsing
          botsing={stand.botsing}
          geheim={draad.geheim ?? ""}
          onBeside={() => stand.save(true)}
          onLeave={stand.forget}
        />
      )}
      <div className="velden">
        <Veld
          veld={first}
          label="Naam van deze versie"
          hint="Bijvoorbeeld: na het overleg van dinsdag"
          waarde={draad.naam}
          onType={(naam) => onDraad({ naam })}
        />
        <Veld
          label="Wie bewaart haar?"
          hint="Mag leeg blijven. Bijvoorbeeld: werkgroep wonen. Een naam van een persoon is niet nodig."
          waarde={draad.maker}
          onType={(maker) => onDraad({ maker })}
        />
      </div>
      {typed.length > 0 && (
        <fieldset>
          <legend>Waar komen de ingevulde cijfers vandaan?</legend>
          <p className="klein">
            Mag leeg blijven. Een cijfer zonder bron blijft binnen de eigen kring: delen kan dan nog
            niet.
          </p>
          <div className="velden">
            {typed.map((key) => (
              <Veld
                key={key}
                label={padInWoorden(key.startsWith("wijzig.") ? key : `cijfer.${key}`, namen)}
                hint="Bijvoorbeeld: raming van de werkgroep, 12 november"
                waarde={draad.bronnen[key] ?? ""}
                onType={(bron) => onDraad({ bronnen: { ...draad.bronnen, [key]: bron } })}
              />
            ))}
          </div>
        </fieldset>
      )}
      <p className="knoppen">
        <button type="submit" disabled={stand.bezig}>
          {stand.bezig ? "Bezig met bewaren…" : "Bewaar"}
        </button>
        <button type="button" className="stil" onClick={onClose}>
          Toch niet
        </button>
      </p>
    </form>
  );
}

/** Keeping, once per click: a click that got no answer is sent again under the same key. */
function useBewaren(
  blad: Blad,
  draad: Draad,
  onDraad: Props["onDraad"],
  onSaved: Props["onSaved"],
) {
  const [fouten, setFouten] = useState<readonly string[]>([]);
  const [botsing, setBotsing] = useState<Botsing>();
  const [bezig, setBezig] = useState(false);
  const unanswered = useRef<{ readonly sleutel: string; readonly verzoek: Opslagverzoek }>(null);
  const busy = useRef(false);
  const save = async (ernaast: boolean) => {
    if (busy.current) return;
    busy.current = true;
    setBezig(true);
    setBotsing(undefined);
    await attempt(ernaast);
    busy.current = false;
    setBezig(false);
  };
  const attempt = async (ernaast: boolean) => {
    if (draad.naam.trim() === "") return setFouten([ZONDER_NAAM]);
    const reeks = await openReeks(draad, onDraad);
    if ("fouten" in reeks) return setFouten(reeks.fouten);
    const verzoek = requestFor(blad, draad, ernaast);
    const known = unanswered.current;
    const again = known && JSON.stringify(known.verzoek) === JSON.stringify(verzoek);
    const sleutel = again ? known.sleutel : newSleutel();
    unanswered.current = { sleutel, verzoek };
    const antwoord = await saveVersie(reeks, sleutel, verzoek);
    if (antwoord.soort !== "onbereikbaar") unanswered.current = null;
    if (antwoord.soort === "goed") {
      const { versie, nummer } = antwoord.inhoud;
      onDraad({ vorige: versie, nummer, naam: "", log: [] });
      return onSaved(antwoord.inhoud, reeks.geheim);
    }
    return refuse(antwoord, reeks.geheim);
  };
  const refuse = (antwoord: Antwoord<unknown>, geheim: string) => {
    if (isOfAnother(antwoord, geheim)) {
      onDraad({ reeks: undefined, vorige: undefined, nummer: undefined });
      return setFouten([VAN_EEN_ANDER]);
    }
    const clash = antwoord.soort === "geweigerd" && asBotsing(antwoord.probleem);
    setBotsing(clash || undefined);
    return setFouten(clash ? [] : refusalOf(antwoord));
  };
  return { fouten, botsing, bezig, save, forget: () => setBotsing(undefined) };
}

/** What this tab kept before is not of who is signed in now. */
function isOfAnother(antwoord: Antwoord<unknown>, geheim: string): boolean {
  return geheim === "" && antwoord.soort === "geweigerd" && antwoord.probleem.status === 404;
}

const VAN_EEN_ANDER =
  "De versies waarop dit tabblad voortging, ziet u niet meer. Bewaar nog eens: dan begint u een nieuwe reeks.";

const ZONDER_NAAM = "Deze versie heeft nog geen naam. Vul een naam in waaraan u haar herkent.";

async function openReeks(draad: Draad, onDraad: Props["onDraad"]) {
  const { reeks, geheim = "" } = draad;
  if (reeks && (geheim !== "" || readAccount().deelt)) return { id: reeks, geheim };
  const begun = await startReeks();
  if (begun.soort !== "goed") return { fouten: refusalOf(begun) };
  const started = { reeks: begun.inhoud.reeks, geheim: begun.inhoud.geheim ?? "" };
  onDraad(started);
  return { id: started.reeks, geheim: started.geheim };
}

function requestFor(blad: Blad, draad: Draad, ernaast: boolean): Opslagverzoek {
  const { naam, maker, bronnen, vorige, log } = draad;
  const typed = typedFigures(blad).flatMap((key) => {
    const bron = bronnen[key]?.trim();
    return bron ? [[key, bron] as const] : [];
  });
  return {
    naam: naam.trim(),
    ...(maker.trim() ? { maker: maker.trim() } : {}),
    adres: queryOf(blad),
    ...(vorige ? { vorige } : {}),
    ernaast,
    bronnen: Object.fromEntries(typed),
    gebeurtenissen: log.map((item) => ({ ...item })),
  };
}

function asBotsing(probleem: object): Botsing | undefined {
  return "nieuwste" in probleem ? (probleem as Botsing) : undefined;
}

/** What people typed as a figure, by its key on the sheet; the server asks a source for the same. */
function typedFigures({ cijfers, wijzigingen }: Blad): readonly string[] {
  const changed = [...wijzigingen].filter(
    ([pad, value]) => /^opgave\b/.test(pad) && /\d/.test(value),
  );
  return [...cijfers.keys(), ...changed.map(([pad]) => `wijzig.${pad}`)];
}

type VeldProps = {
  readonly label: string;
  readonly hint: string;
  readonly waarde: string;
  readonly onType: (text: string) => void;
  readonly veld?: React.Ref<HTMLInputElement>;
};

function Veld({ label, hint, waarde, onType, veld }: VeldProps) {
  const id = useId();
  return (
    <div className="veld">
      <label htmlFor={id}>{label}</label>
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
      <input
        id={id}
        ref={veld}
        type="text"
        autoComplete="off"
        maxLength={120}
        aria-describedby={`${id}-hint`}
        value={waarde}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  );
}

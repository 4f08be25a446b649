import { type FormEvent, useId, useState } from "react";
import type { Blad } from "#contract/rekenblad/blad.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Ontbrekend } from "#domain/uitkomst.ts";
import type { Namen } from "./namen.ts";
import type { Uitgerekend } from "./reken.ts";

type Props = {
  readonly uitgerekend: Uitgerekend | undefined;
  readonly data: Rekenblad;
  readonly blad: Blad;
  readonly namen: Namen;
  readonly onChange: (next: Partial<Blad>) => void;
};

/** Figures that nobody delivered, and those that were filled in here before. */
export function CijfersForm({ uitgerekend, data, blad, namen, onChange }: Props) {
  const keys = [...new Set([...blad.cijfers.keys(), ...missingKeys(uitgerekend, data)])];
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  if (keys.length === 0) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const cijfers = new Map(blad.cijfers);
    for (const [key, text] of typed) {
      if (text.trim() === "") cijfers.delete(key);
      else cijfers.set(key, text.trim());
    }
    setTyped(new Map());
    onChange({ cijfers });
  };
  return (
    <form onSubmit={submit} className="cijfersform niet-afdrukken">
      <fieldset>
        <legend>Cijfers die niemand heeft geleverd</legend>
        <p className="klein">
          Vul in wat u weet: een getal, of een bandbreedte als u het niet precies weet (420 tot 480,
          4,5% tot 5,5%). Wat leeg blijft, is onbekend en geen nul.
        </p>
        <div className="velden">
          {keys.map((key) => (
            <Veld
              key={key}
              label={labelFor(key, namen)}
              eenheid={namen.maat(key.split("@")[0] ?? "")}
              waarde={typed.get(key) ?? blad.cijfers.get(key) ?? ""}
              onType={(text) => setTyped(new Map(typed).set(key, text))}
            />
          ))}
        </div>
      </fieldset>
      <button type="submit">Reken hiermee</button>
    </form>
  );
}

type VeldProps = {
  readonly label: string;
  readonly eenheid: string;
  readonly waarde: string;
  readonly onType: (text: string) => void;
};

function Veld({ label, eenheid, waarde, onType }: VeldProps) {
  const id = useId();
  return (
    <div className="veld">
      <label htmlFor={id}>{label}</label>
      <span className="hint" id={`${id}-hint`}>
        {eenheid === "deel" ? "in procenten" : eenheid}
      </span>
      <input
        id={id}
        type="text"
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        value={waarde}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  );
}

function labelFor(key: string, namen: Namen): string {
  const [path = "", gebied] = key.split("@");
  const titel = namen.cijfer(path);
  return gebied === undefined ? titel : `${titel}, ${namen.eenheid(gebied)}`;
}

/** One field for a figure of the whole, or for one that holds for all; else one per gemeente. */
function missingKeys(uitgerekend: Uitgerekend | undefined, data: Rekenblad): readonly string[] {
  if (!uitgerekend) return [];
  const { kolommen, bij } = uitgerekend;
  const missing = kolommen.flatMap(({ uitkomst: { meldingen } }) =>
    meldingen.flatMap((melding) => (melding.soort === "onvolledig" ? melding.ontbreekt : [])),
  );
  return [...missing, ...(bij.aanbod?.ontbreekt ?? [])].map((item) => keyOf(data, item));
}

function keyOf({ documenten }: Rekenblad, { cijfer, van }: Ontbrekend): string {
  const naam = cijfer.split(".")[0];
  const indicator = documenten.find(({ soort, id }) => soort === "indicator" && id === naam);
  const forAll =
    indicator?.soort === "indicator" &&
    (!indicator.optelbaar || indicator.niveau.includes("regio"));
  return van && !forAll && /^GM\d{4}$/.test(van) ? `${cijfer}@${van}` : cijfer;
}

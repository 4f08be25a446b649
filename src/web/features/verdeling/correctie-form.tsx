import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { Waarneming } from "#domain/waarneming.ts";

/** Another figure in the place of one, with its source and the day it is of. */
export type Correctie = {
  readonly indicator: string;
  readonly cel: string[];
  readonly waarde: string;
  readonly moment: string;
  readonly bron: string;
  readonly peildatum: string;
};

type Props = {
  readonly cijfer: Waarneming;
  readonly onTell: (wie: string, correctie: Correctie) => void;
  readonly onClose: () => void;
};

/** Asks for another figure; what is wrong with it the server says, and what was typed stays. */
export function CorrectieForm({ cijfer, onTell, onClose }: Props) {
  const [waarde, setWaarde] = useState("");
  const [bron, setBron] = useState("");
  const [peildatum, setPeildatum] = useState("");
  const [wie, setWie] = useState("");
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { indicator, cel, moment = "" } = cijfer;
    onTell(wie, { indicator, cel: [...cel], moment, waarde: waarde.trim(), bron, peildatum });
  };
  return (
    <form
      className="correctieform"
      onSubmit={submit}
      onKeyDown={({ key }) => key === "Escape" && onClose()}
    >
      <Veld label="Ander cijfer" veld={first} waarde={waarde} onType={setWaarde} verplicht />
      <Veld label="Bron: waar komt het vandaan?" waarde={bron} onType={setBron} verplicht />
      <Veld
        label="Peildatum, als 2026-01-31"
        waarde={peildatum}
        onType={setPeildatum}
        patroon="\d{4}-\d{2}-\d{2}"
        verplicht
      />
      <Veld label="Wie zegt dit? Mag leeg blijven" waarde={wie} onType={setWie} />
      <p className="knoppen">
        <button type="submit">Stuur dit cijfer</button>
        <button type="button" className="stil" onClick={onClose}>
          Toch niet
        </button>
      </p>
    </form>
  );
}

type VeldProps = {
  readonly label: string;
  readonly waarde: string;
  readonly onType: (text: string) => void;
  readonly veld?: React.Ref<HTMLInputElement>;
  readonly patroon?: string;
  readonly verplicht?: boolean;
};

function Veld({ label, waarde, onType, veld, patroon, verplicht = false }: VeldProps) {
  const id = useId();
  return (
    <div className="veld">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={veld}
        type="text"
        autoComplete="off"
        required={verplicht}
        pattern={patroon}
        maxLength={120}
        value={waarde}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  );
}

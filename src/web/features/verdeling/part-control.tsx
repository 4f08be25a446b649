import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { Blad } from "#contract/rekenblad/blad.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Zindeel } from "#rules/kader/index.ts";
import { type Bediening, bedieningFor, toBlad } from "./bediening.ts";

type Props = {
  readonly deel: Extract<Zindeel, { bewerkbaar: true }>;
  readonly data: Rekenblad;
  readonly blad: Blad;
  readonly onChange: (next: Partial<Blad>) => void;
  readonly onClose: () => void;
};

/** The control of one part of the sentence, in the place of its words: Enter keeps, Escape leaves. */
export function PartControl({ deel, data, blad, onChange, onClose }: Props) {
  const [bediening, setBediening] = useState<Bediening>();
  useEffect(() => {
    let stopped = false;
    bedieningFor(deel, data, blad).then((found) => {
      if (!stopped) setBediening(found);
    });
    return () => {
      stopped = true;
    };
  }, [deel, data, blad]);
  if (!bediening) return <span className="deel">{deel.tekst}</span>;
  const keep = (text: string) => {
    onClose();
    const next = toBlad(bediening, text, blad);
    if (next) onChange(next);
  };
  return <Veld bediening={bediening} naam={deel.tekst} onKeep={keep} onClose={onClose} />;
}

type VeldProps = {
  readonly bediening: Bediening;
  readonly naam: string;
  readonly onKeep: (text: string) => void;
  readonly onClose: () => void;
};

function Veld({ bediening, naam, onKeep, onClose }: VeldProps) {
  const [text, setText] = useState(bediening.waarde);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const hint = useId();
  useEffect(() => {
    field.current?.focus();
    if (field.current instanceof HTMLInputElement) field.current.select();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onKeep(text);
  };
  const shared = {
    ref: field,
    value: text,
    "aria-label": `${bediening.titel}, nu ${naam}`,
    "aria-describedby": hint,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      setText(event.target.value),
  };
  return (
    <form
      className="deelveld"
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      {bediening.keuzes ? (
        <select {...shared}>
          {!bediening.keuzes.some(({ waarde }) => waarde === text) && (
            <option value={text}>{naam}</option>
          )}
          {bediening.keuzes.map(({ waarde, titel }) => (
            <option key={waarde} value={waarde}>
              {titel}
            </option>
          ))}
        </select>
      ) : (
        <input type="text" size={Math.max(6, text.length + 1)} {...shared} />
      )}
      <button type="submit">Reken</button>
      <button type="button" className="sluiten" onClick={onClose}>
        Laat zo
      </button>
      <span id={hint} className="hint">
        {bediening.hint}
      </span>
    </form>
  );
}

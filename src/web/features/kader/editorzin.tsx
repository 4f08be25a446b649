import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { Zindeel } from "#rules/kader/index.ts";
import type { Bediening, Lezing } from "./bericht.ts";
import type { Lezer } from "./lezer.ts";
import type { Tekstveld } from "./tekstveld.ts";

type Props = {
  readonly lezer: Lezer;
  readonly veld: Tekstveld;
  readonly document: NonNullable<Lezing["document"]>;
  /** The text has mistakes now; this was said of it before. */
  readonly oud: boolean;
};

type Bewerkbaar = Extract<Zindeel, { readonly pad: string }>;

/** The sentence that the text is; a part of it opens its control, or its place in the text. */
export function Editorzin({ lezer, veld, document, oud }: Props) {
  const [open, setOpen] = useState<{ readonly index: number; readonly bediening: Bediening }>();
  const [reden, setReden] = useState("");
  const choose = async (deel: Bewerkbaar, index: number) => {
    setReden("");
    const bediening = await lezer.ask("bedien", { tekst: veld.tekst(), pad: deel.pad });
    const settable = bediening?.waarde !== undefined || (deel.status && bediening?.keuzes.length);
    if (bediening && settable && !oud) setOpen({ index, bediening });
    else veld.ga(bediening?.plek ?? 0);
  };
  const keep = async (deel: Bewerkbaar, waarde: string) => {
    setOpen(undefined);
    const done = await lezer.ask("zet", { tekst: veld.tekst(), pad: deel.pad, waarde });
    if (done?.ok) veld.zet(done.tekst);
    else if (done) setReden(done.reden);
  };
  return (
    <>
      <div className={oud ? "zin oud" : "zin"}>
        {document.zin.map((deel, index) => {
          const key = `${index}-${deel.tekst}`;
          if (!("pad" in deel)) return <span key={key}>{deel.tekst}</span>;
          if (open?.index === index) {
            return (
              <Bedienveld
                key={key}
                deel={deel}
                bediening={open.bediening}
                onKeep={(waarde) => keep(deel, waarde)}
                onPlaats={() => {
                  setOpen(undefined);
                  veld.ga(open.bediening.plek);
                }}
                onClose={() => setOpen(undefined)}
              />
            );
          }
          return (
            <button
              key={key}
              type="button"
              className={deel.status ? "deel open" : "deel"}
              onClick={() => choose(deel, index)}
            >
              {deel.tekst}
            </button>
          );
        })}
      </div>
      {reden && <p role="alert">{reden}</p>}
    </>
  );
}

type Veldprops = {
  readonly deel: Bewerkbaar;
  readonly bediening: Bediening;
  readonly onKeep: (waarde: string) => void;
  readonly onPlaats: () => void;
  readonly onClose: () => void;
};

/** The control of one part, in the place of its words: Enter writes it in the text, Escape leaves. */
function Bedienveld({ deel, bediening, onKeep, onPlaats, onClose }: Veldprops) {
  const [waarde, setWaarde] = useState(bediening.waarde ?? "");
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onKeep(waarde);
  };
  return (
    <form
      className="deelveld"
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <input
        ref={field}
        type="text"
        list={bediening.keuzes.length > 0 ? list : undefined}
        aria-label={`${deel.pad}, nu ${deel.tekst}`}
        value={waarde}
        size={Math.max(6, waarde.length + 1)}
        onChange={({ target }) => setWaarde(target.value)}
      />
      <datalist id={list}>
        {bediening.keuzes.map(({ tekst, uitleg }) => (
          <option key={tekst} value={tekst.trimEnd()}>
            {uitleg}
          </option>
        ))}
      </datalist>
      <button type="submit">Schrijf op</button>
      <button type="button" className="stil" onClick={onPlaats}>
        Toon in de tekst
      </button>
      <button type="button" className="sluiten" onClick={onClose}>
        Laat zo
      </button>
    </form>
  );
}

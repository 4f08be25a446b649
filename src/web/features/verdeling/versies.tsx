import { useRef, useState } from "react";
import type { Blad } from "#contract/rekenblad/blad.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { readAccount } from "../../client/account.ts";
import type { Versieregel } from "../../client/versies.ts";
import { BewaarForm } from "./bewaren.tsx";
import { CorrectieBegin } from "./correctie-begin.tsx";
import type { Namen } from "./namen.ts";
import { useVersie } from "./use-versie.ts";
import { VersieBeheer } from "./versies-beheer.tsx";
import { Verslag } from "./versies-verslag.tsx";
import { WoordenlijstBegin } from "./woordenlijst-begin.tsx";

/** Who sees a version first, and that nothing is adopted by keeping it. */
function firstSeen(deelt: boolean): string {
  return deelt
    ? "Eerst ziet alleen uw organisatie haar. Daarna kiest u met wie u haar deelt."
    : "Zij is alleen voor u tot u haar deelt. Vaststellen kan hier niet: dat doet een bestuursorgaan, elders.";
}

type Props = {
  readonly blad: Blad;
  readonly data: Rekenblad;
  readonly namen: Namen;
  readonly onChange: (next: Partial<Blad>) => void;
};

/** Below the sheet: keep it as a version, what changed since, and what a region adds to it. */
export function VersiesDeel({ blad, data, namen, onChange }: Props) {
  const { draad, save } = useVersie(blad);
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState<{ readonly regel: Versieregel; readonly geheim: string }>();
  const { deelt, nietVersies } = readAccount();
  const button = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState("");
  const toButton = () => requestAnimationFrame(() => button.current?.focus());
  const close = () => {
    setOpen(false);
    toButton();
  };
  const forget = ({ nummer, vorige }: Versieregel) => {
    setSaved(undefined);
    setSaid(`Versie ${nummer} is weggegooid.`);
    // What is kept next goes on from the one before: the sheet itself is still here.
    save({ vorige, nummer: undefined });
    toButton();
  };
  return (
    <section className="versies niet-afdrukken" aria-labelledby="versies-kop">
      <h2 id="versies-kop">Versies</h2>
      <p>
        Een versie houdt vast wat er nu staat: de zin, de cijfers en de uitkomst. {firstSeen(deelt)}
      </p>
      {draad.nummer !== undefined && (
        <p className="klein">U gaat in dit tabblad verder op versie {draad.nummer}.</p>
      )}
      {nietVersies !== undefined && <p className="klein">{nietVersies}</p>}
      {nietVersies === undefined && open && (
        <BewaarForm
          {...{ blad, namen, draad }}
          onDraad={save}
          onSaved={(regel, geheim) => {
            setSaved({ regel, geheim });
            setSaid("");
            setOpen(false);
          }}
          onClose={close}
        />
      )}
      {nietVersies === undefined && !open && (
        <p>
          <button type="button" ref={button} onClick={() => setOpen(true)}>
            Bewaar als versie
          </button>
          {deelt && (
            <>
              {" "}
              <a href="/verdeling/versies">Bewaarde versies</a>
            </>
          )}
        </p>
      )}
      <p className="klein" role="status">
        {said}
      </p>
      {saved && (
        <VersieBeheer
          key={saved.regel.versie}
          regel={saved.regel}
          geheim={saved.geheim}
          namen={namen}
          nieuw
          onGone={() => forget(saved.regel)}
        />
      )}
      {draad.log.length > 0 && (
        <details>
          <summary>
            {draad.log.length === 1 ? "1 verandering" : `${draad.log.length} veranderingen`} sinds{" "}
            {draad.nummer === undefined ? "u dit blad opende" : `versie ${draad.nummer}`}
          </summary>
          <p className="klein">Dit verslag gaat mee als u bewaart.</p>
          <Verslag log={draad.log} namen={namen} />
        </details>
      )}
      <CorrectieBegin {...{ blad, data, onChange }} />
      <WoordenlijstBegin {...{ blad, onChange }} />
    </section>
  );
}

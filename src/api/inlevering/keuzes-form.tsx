import type { Botsing } from "#domain/inlevering.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { aantalVan, cijfernaam } from "./woorden.ts";

type Props = {
  readonly adres: string;
  readonly botsingen: readonly Botsing[];
  readonly basis: OpenbareBasis;
};

/** Where another delivery says something else: the system does not choose (docs/adr/0007, 0019). */
export function KeuzesForm({ adres, botsingen, basis }: Props) {
  if (botsingen.length === 0) return null;
  return (
    <section aria-labelledby="keuzes">
      <h2 id="keuzes">Keuzes</h2>
      <p>Een ander leverde voor hetzelfde moment iets anders. Wij kiezen niet; u zegt het.</p>
      {botsingen.map((botsing, nummer) => (
        <form method="post" action={`${adres}/kiezen`} class="soort">
          <fieldset>
            <legend>
              {cijfernaam(botsing, basis)}:{" "}
              {aantalVan(botsing.gebieden.length, "cijfer", "cijfers")} anders dan van{" "}
              {describeMet(botsing)}
            </legend>
            <p>{namenVan(botsing, basis)}</p>
            <input type="hidden" name="id" value={botsing.id} />
            <label class="vink">
              <input type="radio" name="keuze" value="gaat-voor" required />
              Deze levering gaat voor. Het andere cijfer blijft bewaard, en telt niet.
            </label>
            <label class="vink">
              <input type="radio" name="keuze" value="naast-elkaar" required />
              Laat beide staan. Een berekening noemt dan beide, en telt geen van de twee.
            </label>
            <div class="veld">
              <label for={`keuze-reden-${nummer}`}>Waarom?</label>
              <input
                type="text"
                id={`keuze-reden-${nummer}`}
                name="reden"
                required
                autocomplete="off"
              />
            </div>
          </fieldset>
          <button type="submit" class="rustig">
            Leg deze keuze vast
          </button>
        </form>
      ))}
    </section>
  );
}

export function describeMet({ met, bron }: Pick<Botsing, "met" | "bron">): string {
  return met.soort === "inlevering" ? `${met.afzender} (${bron})` : bron;
}

function namenVan({ gebieden }: Botsing, { gemeenten, kennis }: OpenbareBasis): string {
  const dag = kennis.peildatum ?? "2026-01-01";
  const namen = gebieden.map((code) => gemeenten.findByCode(code, dag)?.naam ?? code);
  const shown = namen.slice(0, 12).join(", ");
  return namen.length > 12 ? `${shown} en ${namen.length - 12} andere.` : `${shown}.`;
}

import type { Child } from "hono/jsx";

const KOPPEN = {
  gemeenten: "Gemeenten",
  regios: "Regio's",
  documenten: "Afspraken en regels",
  indicatoren: "Wat een cijfer betekent",
  bewaard: "Bewaard en met u gedeeld",
} as const;

export type Groepnaam = keyof typeof KOPPEN;

const EERSTE = 8;

type Props<T> = {
  readonly groep: Groepnaam;
  readonly vraag: string;
  readonly alles: string;
  /** `lijktOp`: nothing has the words themselves, these come near them. */
  readonly gevonden: { readonly dingen: readonly T[]; readonly lijktOp: boolean };
  readonly regel: (props: { readonly ding: T }) => Child;
};

/** What was found of one sort: the first few, and where the others are. */
export function Group<T>({ groep, vraag, alles, gevonden, regel: Line }: Props<T>) {
  const { dingen, lijktOp } = gevonden;
  if (dingen.length === 0 || (alles !== "" && alles !== groep)) return null;
  const shown = alles === groep ? dingen : dingen.slice(0, EERSTE);
  const whole = `/zoeken?q=${encodeURIComponent(vraag)}&alles=${groep}`;
  return (
    <section aria-labelledby={`gevonden-${groep}`}>
      <h2 id={`gevonden-${groep}`}>
        {KOPPEN[groep]} <span class="vraag">{dingen.length}</span>
      </h2>
      {lijktOp && <p class="klein">Niets heeft precies deze woorden. Dit komt in de buurt:</p>}
      <ul class="gevonden">
        {shown.map((ding) => (
          <li>
            <Line ding={ding} />
          </li>
        ))}
      </ul>
      {shown.length < dingen.length && (
        <p>
          <a href={whole}>
            {KOPPEN[groep]}: alle {dingen.length}
          </a>
        </p>
      )}
      {alles === groep && (
        <p>
          <a href={`/zoeken?q=${encodeURIComponent(vraag)}`}>Terug naar alles wat is gevonden</a>
        </p>
      )}
    </section>
  );
}

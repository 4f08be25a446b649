import type { Namen } from "./namen.ts";
import { type Gebeurtenis, padInWoorden, waardeInWoorden } from "./versies-log.ts";
import { tijdVan } from "./versies-tekst.tsx";

type Props = { readonly log: readonly Gebeurtenis[]; readonly namen: Namen };

/** What was changed, in the order in which it was: what, from what to what, when, and who said so. */
export function Verslag({ log, namen }: Props) {
  if (log.length === 0) return <p>Er is nog niets veranderd.</p>;
  return (
    <ol className="verslag">
      {log.map((item) => (
        <li key={`${item.op} ${item.pad}`}>
          {padInWoorden(item.pad, namen)}: van {waardeInWoorden(item.pad, item.van)} naar{" "}
          <strong>{waardeInWoorden(item.pad, item.naar)}</strong>{" "}
          <span className="klein">
            {tijdVan(item.op)}
            {item.wie && `, ${item.wie}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

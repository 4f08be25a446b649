import { documentnaam } from "#domain/document.ts";
import type { Namen } from "./namen.ts";
import { Uitlegtekst } from "./uitleg.tsx";

type Props = Omit<Parameters<typeof Uitlegtekst>[0], "vraag"> & { readonly namen: Namen };

/** On paper nobody can ask: the accounts of the own gemeente come along. */
export function EigenUitleg(props: Props) {
  const { gemeente } = props.blad;
  if (!gemeente) return null;
  const filled = props.uitgerekend.kolommen.filter(({ uitkomst }) => uitkomst.eenheden.length > 0);
  return (
    <section aria-labelledby="eigen-uitleg-kop" className="eigen-uitleg">
      <h2 id="eigen-uitleg-kop">
        {props.namen.eenheid(gemeente)}: hoe komen deze getallen tot stand?
      </h2>
      {filled.map(({ document }) => {
        const kolom = documentnaam(document);
        return (
          <section key={kolom}>
            <h3>{document.titel}</h3>
            <Uitlegtekst {...props} vraag={{ kolom, eenheid: gemeente }} />
          </section>
        );
      })}
    </section>
  );
}

import { formatExact, formatGetal, formatMoment, listWords } from "#domain/notatie.ts";
import type { Melding, Ontbrekend } from "#domain/uitkomst.ts";
import { Notice } from "../page/notice.tsx";
import { ChoiceNumbers, ChoiceTable } from "./choice-table.tsx";
import type { Namen } from "./namen.ts";

type Props<M extends Melding = Melding> = {
  readonly melding: M;
  /** Unique on the page. */
  readonly id: string;
  readonly eenheid: string;
  readonly namen: Namen;
};

/** How an outcome is other than a number, and what people can do about it. */
export function MeldingNotice({ melding, ...rest }: Props) {
  switch (melding.soort) {
    case "onvolledig":
      return <Incomplete melding={melding} {...rest} />;
    case "onbepaald":
      return <Undetermined melding={melding} {...rest} />;
    case "besluit-nodig":
      return melding.wat === "wat-niet-past" ? (
        <DoesNotFit melding={melding} {...rest} />
      ) : (
        <Tie melding={melding} {...rest} />
      );
    case "onhaalbaar":
      return <Infeasible melding={melding} {...rest} />;
    case "geweigerd":
      return (
        <Notice titel="Dit kan niet">
          <p>{melding.reden}.</p>
        </Notice>
      );
    case "niet-te-onderscheiden":
      return (
        <Notice titel="Twee sleutels geven hetzelfde">
          <p>
            Een eigen cijfer per gemeente voor «{rest.namen.cijfer(melding.cijfer)}» zou ze uit
            elkaar halen.
          </p>
        </Notice>
      );
  }
}

type Of<S extends Melding["soort"]> = Extract<Melding, { readonly soort: S }>;

function Incomplete({ melding, namen }: Props<Of<"onvolledig">>) {
  return (
    <Notice titel="Nog geen uitkomst: er ontbreken cijfers" kies>
      <p>Wat ontbreekt, is niet nul. Vul hieronder in wat u weet, als getal of als bandbreedte.</p>
      <ul>
        {perCijfer(melding.ontbreekt).map(([cijfer, items]) => (
          <li>
            <strong>{namen.cijfer(cijfer)}</strong>
            {describeWhose(items, namen)}
            {items.flatMap((item) => describeBotsing(item, namen))}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Sources that contradict each other, each with what it says. */
function describeBotsing({ van, botst = [] }: Ontbrekend, namen: Namen): readonly string[] {
  if (botst.length === 0) return [];
  const said = botst.map(({ bron, waarde }) => `${formatExact(waarde)} (${bron})`);
  const whose = van ? ` over ${namen.eenheid(van)}` : "";
  return [`. Bronnen spreken elkaar${whose} tegen: ${listWords(said)}. Vul in welk cijfer telt`];
}

function perCijfer(
  ontbreekt: readonly Ontbrekend[],
): readonly (readonly [string, readonly Ontbrekend[]])[] {
  const groups = new Map<string, Ontbrekend[]>();
  for (const item of ontbreekt) {
    const group = groups.get(item.cijfer);
    if (group) group.push(item);
    else groups.set(item.cijfer, [item]);
  }
  return [...groups];
}

function describeWhose(items: readonly Ontbrekend[], namen: Namen): string {
  const owners = items.flatMap(({ van }) => (van ? [namen.eenheid(van)] : []));
  const moment = items.find((item) => item.moment)?.moment;
  const when = moment ? `, ${formatMoment(moment)}` : "";
  const all = owners.length > 1 && owners.length === namen.aantal;
  const whose = all ? "alle gemeenten" : listWords(owners);
  return `${whose && ` van ${whose}`}${when}`;
}

function Undetermined({ melding }: Props<Of<"onbepaald">>) {
  const { parameter, wat, waarom } = melding;
  return (
    <Notice titel={`Nog te bepalen: ${wat}`} kies>
      <p>{waarom}</p>
      {parameter && parameter.mogelijk.length > 0 && (
        <ul>
          {parameter.mogelijk.map(({ bron }) => (
            <li>{bron}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function DoesNotFit({
  melding,
  id,
  eenheid,
  namen,
}: Props<Extract<Melding, { wat: "wat-niet-past" }>>) {
  const { aanDeGrens, pastNiet } = melding;
  const many = aanDeGrens.length === 1 ? "1 gemeente" : `${aanDeGrens.length} gemeenten`;
  return (
    <>
      <Notice titel={`Keuze nodig: ${formatGetal(pastNiet)} ${eenheid} passen niet`} kies>
        <p>
          In {many} geldt de bovengrens: {listWords(aanDeGrens.map(namen.eenheid))}. Het document
          zegt niet wat er gebeurt met wat niet past. Dat is een keuze van mensen, en die keuze is
          nog niet gemaakt.
        </p>
      </Notice>
      <ChoiceTable id={id} melding={melding} eenheid={eenheid} namen={namen} />
      <ChoiceNumbers id={id} melding={melding} eenheid={eenheid} namen={namen} />
    </>
  );
}

function Tie({ melding, namen }: Props<Extract<Melding, { wat: "gelijke-stand" }>>) {
  const { kandidaten, teVerdelen } = melding;
  return (
    <Notice titel="Keuze nodig: een gelijke stand" kies>
      <p>
        {listWords(kandidaten.map(namen.eenheid))} staan precies gelijk, en{" "}
        {teVerdelen === 1 ? "één van hen krijgt" : `${teVerdelen} van hen krijgen`} er een bij. Het
        document zegt niet wie.
      </p>
    </Notice>
  );
}

function Infeasible({ melding }: Props<Of<"onhaalbaar">>) {
  return (
    <Notice titel="Deze voorwaarden gaan niet samen" kies>
      <p>{capital(melding.tekst)}.</p>
      {melding.uitweg.length > 0 && (
        <>
          <p>Wat helpt:</p>
          <ul>
            {melding.uitweg.map((uitweg) => (
              <li>{uitweg}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1).replace(/\.$/, "");
}

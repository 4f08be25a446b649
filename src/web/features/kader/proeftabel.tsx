import type { Toetsantwoord } from "#contract/api/toets.ts";
import type { Verdeelantwoord } from "#contract/api/verdeling.ts";
import { formatExact } from "#domain/notatie.ts";
import { TableFrame } from "../../ui/table-frame.tsx";

type Uitkomst = Verdeelantwoord["kolommen"][number]["uitkomst"];
type Band = { readonly laag: string; readonly midden: string; readonly hoog: string };

/** What the text gives every gemeente of the region, and what is still open. */
export function Verdeelproef({ antwoord }: { readonly antwoord: Verdeelantwoord }) {
  const { gebied, op, kolommen } = antwoord;
  const uitkomst = kolommen[0]?.uitkomst;
  if (!uitkomst) return null;
  return (
    <>
      {uitkomst.meldingen.map((melding) => (
        <p key={JSON.stringify(melding)} className="melding kies">
          {describeMelding(melding)}
        </p>
      ))}
      {uitkomst.eenheden.length > 0 && (
        <TableFrame naam={`Uitkomst voor ${gebied.titel}`}>
          <table>
            <caption>
              {gebied.titel}, {op}: niet bewaard
            </caption>
            <thead>
              <tr>
                <th scope="col">gemeente</th>
                <th scope="col" className="getal">
                  {uitkomst.eenheid}
                </th>
              </tr>
            </thead>
            <tbody>
              {uitkomst.eenheden.map(({ id, naam, aantal }) => (
                <tr key={id}>
                  <th scope="row">{naam}</th>
                  <td className="getal">{formatBand(aantal)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </>
  );
}

function formatBand({ laag, midden, hoog }: Band): string {
  const room = laag === hoog ? "" : ` (${formatExact(laag)}–${formatExact(hoog)})`;
  return `${formatExact(midden)}${room}`;
}

function describeMelding(melding: Uitkomst["meldingen"][number]): string {
  switch (melding.soort) {
    case "onvolledig": {
      const names = [
        ...new Set(melding.ontbreekt.map(({ cijfer }) => cijfer.replaceAll("-", " "))),
      ];
      return `Onvolledig: ${names.join(", ")} ontbreekt. Vul het hierboven in om te zien wat er dan uitkomt.`;
    }
    case "onbepaald":
      return `Nog te bepalen: ${melding.wat.replaceAll("-", " ")}. ${melding.waarom}`;
    case "besluit-nodig":
      return melding.wat === "wat-niet-past"
        ? `Besluit nodig: ${formatExact(melding.pastNiet)} past niet. Noem in de tekst bij «wat-niet-past» wat daarmee gebeurt.`
        : `Besluit nodig: een gelijke stand tussen ${melding.kandidaten.join(", ")}.`;
    case "onhaalbaar":
      return melding.tekst;
    case "geweigerd":
      return `Dit mag niet: ${melding.reden}.`;
    case "niet-te-onderscheiden":
      return "Twee sleutels geven iedereen hetzelfde deel.";
  }
}

const OORDELEN: Readonly<Record<string, string>> = {
  voldoet: "voldoet",
  "voldoet-niet": "voldoet niet",
  ingroeipad: "op het ingroeipad",
  "afgeweken-met-uitleg": "afgeweken, met uitleg",
  "uitleg-ontbreekt": "uitleg ontbreekt",
  "niet-van-toepassing": "niet van toepassing",
  onbepaald: "nog te bepalen",
  onvolledig: "onvolledig",
};

/** What the text says of every unit, eis by eis. */
export function Toetsproef({ antwoord }: { readonly antwoord: Toetsantwoord }) {
  const { gebied, op, eenheden, niveau } = antwoord;
  const rows = eenheden.flatMap(({ id, naam, oordelen }) =>
    oordelen.map((oordeel) => ({
      key: `${id} ${oordeel.eis} ${oordeel.fase ?? ""}`,
      naam,
      oordeel,
    })),
  );
  return (
    <TableFrame naam={`Oordelen voor ${gebied}`}>
      <table>
        <caption>
          {gebied}, per {niveau}, {op}: niet bewaard
        </caption>
        <thead>
          <tr>
            <th scope="col">wie</th>
            <th scope="col">eis</th>
            <th scope="col">oordeel</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, naam, oordeel }) => (
            <tr key={key}>
              <th scope="row">{naam}</th>
              <td>
                {oordeel.eis.replaceAll("-", " ")}
                {oordeel.fase && ` (${oordeel.fase})`}
              </td>
              <td>
                {OORDELEN[oordeel.oordeel] ?? oordeel.oordeel}
                {oordeel.gat && `, ${formatExact(oordeel.gat)} verschil`}
                <Waarom oordeel={oordeel} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

type Oordeel = Toetsantwoord["eenheden"][number]["oordelen"][number];

function Waarom({ oordeel: { ontbreekt, onbepaald } }: { readonly oordeel: Oordeel }) {
  const words = (names: readonly string[]) =>
    names.map((name) => name.replaceAll("-", " ")).join(", ");
  const texts = [
    ...(ontbreekt.length > 0 ? [`ontbreekt: ${words(ontbreekt)}`] : []),
    ...(onbepaald.length > 0 ? [`nog te bepalen: ${words(onbepaald)}`] : []),
  ];
  return texts.length === 0 ? null : <span className="opmerking">{texts.join("; ")}</span>;
}

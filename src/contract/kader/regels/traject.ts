import { listWords } from "#domain/notatie.ts";
import { quote } from "../fout.ts";
import {
  asBlok,
  asLijst,
  asTekst,
  isKaart,
  type Kaartboom,
  type Melder,
  type Regel,
} from "./ruw.ts";

const EINDE = "einde";

/** From every step a way leads to the end, and to every step leads a way. */
export const wegregel: Regel = ({ soort, boom }, melder) => {
  if (soort !== "traject") return;
  const steps = asLijst(boom.stappen).map((stap) => (isKaart(stap) ? stap : {}));
  const names = steps.map((stap) => asTekst(stap.naam));
  if (names.length === 0 || names.includes(undefined)) return;
  const ways = new Map(
    steps.map((stap, i) => [names[i] ?? "", waysOf(stap, names[i + 1] ?? EINDE)]),
  );
  // A way to nowhere is told where it stands.
  if ([...ways.values()].flat().some((naar) => naar !== EINDE && !names.includes(naar))) return;
  const first = names[0] ?? "";
  const reached = new Set([first, ...reachFrom(first, ways)]);
  checkWays(names, ways, reached, melder);
  steps.forEach((stap, i) => {
    checkTermijn(stap, i, names, ways, melder);
  });
};

function waysOf(stap: Kaartboom, next: string): readonly string[] {
  const verder = asLijst(stap.verder);
  if (verder.length === 0) return [next];
  return verder.flatMap((item) => asTekst(asBlok(item, "naar").naar) ?? []);
}

type Ways = ReadonlyMap<string, readonly string[]>;

/** Everything that can come after a step. */
function reachFrom(start: string, ways: Ways): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const naar of ways.get(at) ?? []) {
      if (found.has(naar)) continue;
      found.add(naar);
      open.push(naar);
    }
  }
  return found;
}

function checkWays(
  names: readonly (string | undefined)[],
  ways: Ways,
  reached: ReadonlySet<string>,
  { fout }: Melder,
): void {
  const told = new Set<string>();
  names.forEach((name = "", index) => {
    const pad = ["stappen", index];
    if (!reached.has(name)) {
      fout(
        pad,
        `Geen weg leidt naar de stap ${quote(name)}. Laat een eerdere stap met «verder» daarheen gaan, of haal de stap weg.`,
      );
      return;
    }
    const after = reachFrom(name, ways);
    if (after.has(EINDE) || told.has(name)) return;
    for (const other of after) told.add(other);
    const round = [...after].filter((other) => reachFrom(other, ways).has(other));
    fout(
      pad,
      `Vanaf ${quote(name)} is er geen weg naar het einde: ${listWords(round.map(quote))} ${round.length === 1 ? "leidt" : "leiden"} alleen terug. Voeg bij een van die stappen een weg toe, zoals «verder: [{ naar: einde }]».`,
    );
  });
}

/** A term that begins after a step can only begin where that step may come first. */
function checkTermijn(
  stap: Kaartboom,
  index: number,
  names: readonly (string | undefined)[],
  ways: Ways,
  { fout, opmerking }: Melder,
): void {
  const na = asTekst(asBlok(stap.termijn, "uiterlijk").na);
  const at = names.indexOf(na);
  const pad = ["stappen", index, "termijn", "na"];
  if (na === undefined || at < 0) return;
  if (!reachFrom(na, ways).has(names[index] ?? "") || at === index) {
    fout(
      pad,
      `De termijn begint na ${quote(na)}, maar die stap komt nooit voor deze. Noem een stap die eerder klaar is.`,
      "waarde",
    );
  } else if (at > index) {
    opmerking(
      pad,
      `De termijn begint na ${quote(na)}, en die stap staat later in de lijst. De eerste keer loopt er dus nog geen termijn.`,
      "waarde",
    );
  }
}

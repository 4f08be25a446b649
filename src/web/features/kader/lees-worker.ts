import { createAanvuller } from "#contract/kader/aanvulling/aanvuller.ts";
import { readBrontekst } from "#contract/kader/brontekst.ts";
import { loadEigen, withVersie } from "#contract/kader/eigen.ts";
import { parsePad } from "#contract/kader/fout.ts";
import type { Kennis } from "#contract/kader/kennis.ts";
import { fromKennisbestand, type Kennisbestand } from "#contract/kader/kennisbestand.ts";
import { locate } from "#contract/kader/knoop.ts";
import { readAt, setValue } from "#contract/kader/zet.ts";
import { parseRekenjson } from "#contract/rekenblad/codec.ts";
import { createBibliotheek, type RegieDocument } from "#domain/document.ts";
import { createZincontext, describeDocument } from "#rules/kader/index.ts";
import type { Antwoord, Bericht, Regiokeuze, Vragen } from "./bericht.ts";

type Taalgegevens = Kennisbestand & { readonly eigen: readonly string[] };

/** Fetched once; every question waits for it, so that none is answered with half the knowledge. */
async function fetchTaal(): Promise<Vragen> {
  const answer = await fetch("/v1/taalgegevens", { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`taalgegevens: ${answer.status}`);
  return createVragen(parseRekenjson(await answer.text()) as Taalgegevens);
}

let taal: Promise<Vragen> | undefined;

self.addEventListener("message", async ({ data }: MessageEvent<Bericht>) => {
  const { nummer, soort, vraag } = data;
  try {
    taal ??= fetchTaal();
    const answer: (vraag: never) => unknown = (await taal)[soort];
    const inhoud = answer(vraag as never);
    self.postMessage({ nummer, ok: true, inhoud } satisfies Antwoord);
  } catch {
    // Asked again it is fetched again: the server may be back.
    taal = undefined;
    self.postMessage({ nummer, ok: false } satisfies Antwoord);
  }
});

function createVragen(bestand: Taalgegevens): Vragen {
  const kennis = fromKennisbestand(bestand);
  const eigen = new Set(bestand.eigen);
  const context = createZincontext(createBibliotheek(bestand.documenten));
  const namen = Object.fromEntries(bestand.gemeenten.map(({ code, naam }) => [code, naam]));
  const { vul, keuzes } = createAanvuller(kennis);
  const isMeegeleverd = (id: string) =>
    !eigen.has(id) && kennis.bibliotheek?.find(id) !== undefined;
  const regios = regionsIn(bestand.documenten);
  return {
    lees: ({ tekst, id, van }) => {
      const regels = { isMeegeleverd, ...(id === "" ? {} : { id, ...soortOf(id, kennis) }) };
      const read = loadEigen(withVersie(tekst, van + 1), kennis, regels);
      const { opmerkingen } = read;
      if (!read.ok) return { fouten: placed(read.fouten, tekst, van), opmerkingen };
      const { document } = read;
      const zin = describeDocument(document, { ...context, namen });
      const { gebied, id: own, soort, titel, status } = document;
      const region = typeof gebied === "string" ? { gebied } : {};
      return {
        fouten: [],
        opmerkingen,
        document: { id: own, soort, titel, status, zin, ...region, ...membersOf(document, namen) },
      };
    },
    vul: ({ tekst, bij }) => vul(tekst, bij),
    bedien: ({ tekst, pad }) => {
      const path = parsePad(pad) ?? [];
      const waarde = readAt(tekst, pad);
      const plek = placeOf(tekst, pad);
      return { plek, keuzes: keuzes(tekst, path), ...(waarde === undefined ? {} : { waarde }) };
    },
    zet: ({ tekst, pad, waarde }) => setValue(tekst, pad, waarde),
    regios: () => regios,
  };
}

/** An earlier version says what it was. */
function soortOf(id: string, { bibliotheek }: Kennis) {
  const known = bibliotheek?.find(id);
  return known ? { soort: known.soort } : {};
}

/** The reader saw one more line where the version was put in; whoever looks sees the text itself. */
function placed<T extends { readonly regel: number }>(
  fouten: readonly T[],
  tekst: string,
  van: number,
): readonly T[] {
  const read = withVersie(tekst, van + 1);
  const [before, after] = [tekst, read].map((text) => text.split("\n"));
  if (!before || !after || before.length === after.length) return fouten;
  const added = after.findIndex((line, index) => line !== before[index]) + 1;
  return fouten.map((fout) => (fout.regel > added ? { ...fout, regel: fout.regel - 1 } : fout));
}

function placeOf(tekst: string, pad: string): number {
  const { bron } = readBrontekst(tekst);
  const path = parsePad(pad);
  if (!bron || !path) return 0;
  const { sleutel, knoop } = locate(bron.boom, path);
  return (sleutel ?? knoop).van;
}

function membersOf(document: RegieDocument, namen: Readonly<Record<string, string>>) {
  if (document.soort !== "indeling") return {};
  const all = Object.values(document.regios).map(({ titel, gemeenten }) => ({
    titel,
    gemeenten: gemeenten
      .map(({ gemeente }) => namen[gemeente.id] ?? gemeente.id)
      .toSorted((a, b) => a.localeCompare(b, "nl")),
  }));
  const counts = new Map<string, number>();
  for (const naam of all.flatMap(({ gemeenten }) => gemeenten)) {
    counts.set(naam, (counts.get(naam) ?? 0) + 1);
  }
  const regios = all.map((regio) => ({
    ...regio,
    dubbel: regio.gemeenten.filter((naam) => (counts.get(naam) ?? 0) > 1),
  }));
  return { regios };
}

function regionsIn(documenten: readonly RegieDocument[]): readonly Regiokeuze[] {
  return documenten
    .flatMap((document) =>
      document.soort === "indeling"
        ? Object.entries(document.regios).map(([naam, { titel, gemeenten }]) => ({
            waarde: `${document.id}@${document.versie}#${naam}`,
            titel: `${titel} (${gemeenten.length})`,
          }))
        : [],
    )
    .toSorted((a, b) => a.titel.localeCompare(b.titel, "nl"));
}

import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { makeStuk, type Stukvorm, writeStuk } from "#services/stukken/stukken.service.ts";
import { aStukbron } from "#test/stukken.ts";
import { asyncLoper, type Loper, measure } from "../meting.ts";
import type { Proefverslag } from "../verslag.ts";

const PAGES = 30;

const BLAD =
  "regio=mra&op=2026-01-01&cijfer.urgenten=420+tot+480&cijfer.mutatiegraad=5%25+tot+6%25&naast=sleutel-inwoners&naast=sleutel-sociale-huur";

/** Thirty A4s and an oplegger, beside what setting thirty pages of one line costs Typst alone. */
export async function runStukken(): Promise<Proefverslag> {
  const bron = aStukbron("urgenten-bovengrens", BLAD);
  const write = (naam: string, soort: "a4" | "oplegger", vorm: Stukvorm): Loper =>
    asyncLoper(naam, async () => {
      const made = makeStuk(bron, { soort });
      if (!made.ok) throw new Error(made.fouten.join(" "));
      const written = await writeStuk(made.stuk, vorm);
      if (!written.ok) throw new Error(written.fout);
    });
  const metingen = await measure([
    asyncLoper(`Typst alleen: ${PAGES} keer een bladzijde met één regel`, async () =>
      setBarePages(),
    ),
    write(`${PAGES} A4's als PDF, met starten van de draad`, "a4", "pdf"),
    write("een oplegger als PDF", "oplegger", "pdf"),
    write(`${PAGES} A4's als Word`, "a4", "docx"),
    write("een oplegger als Word", "oplegger", "docx"),
  ]);
  const [, a4, oplegger] = metingen;
  const within = (ms: number | undefined, most: number) => ms !== undefined && ms <= most;
  return {
    titel: "Stukken: dertig A4's en een oplegger",
    invoer:
      "De 30 gemeenten van de MRA, drie sleutels naast elkaar, met bandbreedte. Het rekenblad zelf is al uitgerekend. De eerste regel is de ondergrens: wat Typst kost zonder tabel, kop of voet.",
    metingen,
    vergelijking: [`${bron.blad.eenheden.length} bladzijden, elk met drie tabellen of lijsten`],
    doelen: [
      { tekst: "dertig A4's binnen 3 s", gehaald: within(a4?.ms.midden, 3_000) },
      { tekst: "een oplegger binnen 1,5 s", gehaald: within(oplegger?.ms.midden, 1_500) },
    ],
    klopt: bron.blad.eenheden.length === PAGES,
  };
}

const compiler = NodeCompiler.create();
let seen = 0;

/** Each page another, so that none is remembered. */
function setBarePages(): void {
  for (let page = 0; page < PAGES; page += 1) {
    seen += 1;
    compiler.pdf(
      { mainFileContent: `#set document(title: "x")\n#set text(lang: "nl")\n= Regel ${seen}` },
      { pdfStandard: "ua-1", creationTimestamp: 0 },
    );
  }
}

import { listWords } from "#domain/notatie.ts";
import type { Bewijs, Traject, Trajectstap } from "#domain/traject.ts";
import { codewoorden, type Ruimte } from "./context.ts";
import { describeEis } from "./eiszin.ts";
import { completeZin, describeGebied } from "./kopzin.ts";
import { describeWaarde } from "./waardezin.ts";
import { each, lowerFirst, orgaanwoord } from "./woorden.ts";
import { clean, field, phrase, series, type Zin } from "./zin.ts";

/** "Zo komt … tot stand: …; …; werkt pas vanaf …" */
export function describeTraject(document: Traject, ruimte: Ruimte): Zin {
  const { voor, stappen, vergrendeld, naAfloop } = document;
  const titles = new Map(stappen.map(({ naam, titel }) => [naam, titletekst(titel)]));
  const steps = stappen.map((stap, i) => {
    const step = describeTrajectstap(stap, `stappen[${i}]`, titles, ruimte);
    return i === 0 ? step : phrase(";", step);
  });
  const tasks = naAfloop.map((task, i) => describeTaak(task, `na-afloop[${i}]`, ruimte));
  const body = phrase(
    "Zo komt",
    field(voor, "voor"),
    describeGebied(document, ruimte),
    "tot stand:",
    ...steps,
    vergrendeld &&
      phrase(
        "; werkt pas vanaf",
        describeWaarde(vergrendeld.tot, "vergrendeld.tot", ruimte),
        "(",
        field(vergrendeld.wat, "vergrendeld.wat"),
        ")",
      ),
    tasks.length > 0 ? phrase("; na afloop:", series(tasks)) : undefined,
  );
  return completeZin(document, body, ruimte);
}

function titletekst(titel: string): string {
  return lowerFirst(clean(titel));
}

type Titels = ReadonlyMap<string, string>;

function describeTrajectstap(stap: Trajectstap, pad: string, titles: Titels, ruimte: Ruimte): Zin {
  const { titel, trekker, wettelijk, pasAls } = stap;
  return phrase(
    field(titletekst(titel), `${pad}.titel`),
    "(",
    field(codewoorden(trekker, ruimte), `${pad}.trekker`),
    wettelijk === undefined
      ? undefined
      : phrase(", verplicht volgens", field(wettelijk, `${pad}.wettelijk`)),
    ")",
    describeDeelnemers(stap, pad, ruimte),
    describeBewijzen(stap.bewijs, pad, ruimte),
    describeTermijn(stap.termijn, `${pad}.termijn`, titles, ruimte),
    pasAls && phrase(", pas als", describeEis(pasAls, `${pad}.pas-als`, ruimte).bij),
    describeBesluit(stap.besluit, `${pad}.besluit`, ruimte),
    describeVerder(stap.verder, pad, titles, ruimte),
  );
}

function describeDeelnemers(stap: Trajectstap, pad: string, ruimte: Ruimte): Zin {
  const { met, informeert, genodigden } = stap;
  const words = (roles: readonly string[]) =>
    listWords(roles.map((role) => codewoorden(role, ruimte)));
  const must = genodigden?.verplicht ?? [];
  const most = genodigden?.hoogstens;
  return phrase(
    met.length > 0 ? phrase("samen met", field(words(met), `${pad}.met`)) : undefined,
    informeert.length > 0
      ? phrase(", informeert", field(words(informeert), `${pad}.informeert`))
      : undefined,
    must.length > 0
      ? phrase(", nodigt in elk geval", field(words(must), `${pad}.genodigden.verplicht`), "uit")
      : undefined,
    most &&
      phrase(
        ", hoogstens",
        field(String(most.aantal), `${pad}.genodigden.hoogstens.aantal`),
        "genodigden per",
        field(most.voorElk, `${pad}.genodigden.hoogstens.voor-elk`),
      ),
  );
}

function describeBewijzen(bewijs: readonly Bewijs[], pad: string, ruimte: Ruimte): Zin | undefined {
  if (bewijs.length === 0) return undefined;
  const items = bewijs.map((item, i) => describeBewijs(item, `${pad}.bewijs[${i}]`, ruimte));
  return phrase(", met", series(items));
}

function describeBewijs({ stuk, voorElk, aantal, ofNa }: Bewijs, pad: string, ruimte: Ruimte): Zin {
  return phrase(
    aantal === undefined ? undefined : phrase(field(String(aantal), `${pad}.aantal`), "keer"),
    field(codewoorden(stuk, ruimte), `${pad}.stuk`),
    describeVoorElk(voorElk, `${pad}.voor-elk`),
    ofNa &&
      phrase("(of als er geen antwoord is na", describeWaarde(ofNa, `${pad}.of-na`, ruimte), ")"),
  );
}

function describeVoorElk(voorElk: string | undefined, pad: string): Zin | undefined {
  return voorElk === undefined ? undefined : phrase("voor", field(each(voorElk), pad));
}

function describeTermijn(
  termijn: Trajectstap["termijn"],
  pad: string,
  titles: Titels,
  ruimte: Ruimte,
): Zin | undefined {
  if (!termijn) return undefined;
  if (termijn.soort === "uiterlijk") {
    return phrase(", uiterlijk", describeWaarde(termijn.uiterlijk, `${pad}.uiterlijk`, ruimte));
  }
  const after = titles.get(termijn.na) ?? codewoorden(termijn.na, ruimte);
  return phrase(
    ", binnen",
    describeWaarde(termijn.binnen, `${pad}.binnen`, ruimte),
    "na",
    field(`«${after}»`, `${pad}.na`),
  );
}

function describeBesluit(
  besluit: Trajectstap["besluit"],
  pad: string,
  ruimte: Ruimte,
): Zin | undefined {
  if (!besluit) return undefined;
  const { orgaan, voorElk, over } = besluit;
  return phrase(
    ", met een besluit van",
    field(orgaanwoord(orgaan), `${pad}.orgaan`),
    voorElk === undefined ? undefined : phrase("van", field(each(voorElk), `${pad}.voor-elk`)),
    over === undefined
      ? undefined
      : phrase("(over:", field(codewoorden(over, ruimte), `${pad}.over`), ")"),
  );
}

/** Where it goes on, where that is not simply the next step. */
function describeVerder(
  verder: Trajectstap["verder"],
  pad: string,
  titles: Titels,
  ruimte: Ruimte,
): Zin | undefined {
  if (verder.length === 0) return undefined;
  const ways = verder.map(({ naar, als, door }, i) => {
    const place = `${pad}.verder[${i}]`;
    const goal = titles.get(naar);
    return phrase(
      goal === undefined
        ? field("klaar", `${place}.naar`)
        : phrase("naar", field(`«${goal}»`, `${place}.naar`)),
      als && phrase("als", describeEis(als, `${place}.als`, ruimte).bij),
      door === undefined
        ? undefined
        : phrase("(besluit van", field(orgaanwoord(door), `${place}.door`), ")"),
    );
  });
  return phrase(", daarna", series(ways, "of"));
}

function describeTaak(
  { taak, voorElk, landtIn, binnen }: Traject["naAfloop"][number],
  pad: string,
  ruimte: Ruimte,
): Zin {
  return phrase(
    field(clean(taak), `${pad}.taak`),
    describeVoorElk(voorElk, `${pad}.voor-elk`),
    landtIn === undefined
      ? undefined
      : phrase("(landt in:", field(codewoorden(landtIn, ruimte), `${pad}.landt-in`), ")"),
    binnen && phrase(", binnen", describeWaarde(binnen, `${pad}.binnen`, ruimte)),
  );
}

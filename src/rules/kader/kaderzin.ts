import { type Kader, MONITORVELDEN, type Onderdeel, type Partij } from "#domain/kader.ts";
import { codewoorden, documenttitel, type Ruimte } from "./context.ts";
import { completeZin, describeGebied, sporentekst } from "./kopzin.ts";
import { describeParameter, describeWaarde } from "./waardezin.ts";
import { codeToWords, definite, each, isPlural, orgaanwoord } from "./woorden.ts";
import { clean, field, finish, phrase, series, type Zin } from "./zin.ts";

/** Who agreed, then a sentence for each onderdeel, then how it is followed. */
export function describeKader(document: Kader, ruimte: Ruimte): Zin {
  const { onderdelen, aantalPartijen, evaluatie, naleving } = document;
  const partijen = document.partijen.map((partij, i) =>
    describePartij(partij, `partijen[${i}]`, ruimte),
  );
  const number =
    aantalPartijen === undefined
      ? undefined
      : phrase("(", field(String(aantalPartijen), "aantal-partijen"), "partijen)");
  const parts = Object.entries(onderdelen).map(([naam, onderdeel]) =>
    finish(describeOnderdeel(naam, onderdeel, ruimte)),
  );
  const head = phrase(
    "Afspraken tussen",
    series(partijen),
    number,
    describeGebied(document, ruimte),
  );
  return completeZin(document, head, ruimte, [
    ...parts,
    describeMonitoring(document),
    ...(evaluatie ? [finish(describeEvaluatie(evaluatie, ruimte))] : []),
    ...(naleving ? [finish(describeNaleving(naleving, ruimte))] : []),
  ]);
}

/** "corporaties (ondertekenaar, ondertekend)" */
function describePartij(partij: Partij, pad: string, ruimte: Ruimte): Zin {
  const { wie, rol, status, standpunt, kanttekening } = partij;
  const details = [
    rol === undefined ? undefined : field(codeToWords(rol), `${pad}.rol`),
    status && field(codeToWords(status), `${pad}.status`),
    standpunt && field(codeToWords(standpunt), `${pad}.standpunt`),
    kanttekening && field(`«${clean(kanttekening)}»`, `${pad}.kanttekening`),
  ].filter((part) => part !== undefined && part !== "");
  return phrase(
    field(codewoorden(wie, ruimte), `${pad}.wie`),
    details.length > 0
      ? phrase("(", ...details.flatMap((part, i) => (i === 0 ? [part] : [",", part])), ")")
      : undefined,
  );
}

function describeOnderdeel(naam: string, onderdeel: Onderdeel, ruimte: Ruimte): Zin {
  const { spoor, thema, deelonderwerp, reikwijdte, landtIn, binding, inhoud } = onderdeel;
  const pad = `onderdelen.${naam}`;
  const marks = [
    field(sporentekst(spoor), `${pad}.spoor`),
    thema === undefined ? undefined : phrase("thema", field(thema, `${pad}.thema`)),
    deelonderwerp === undefined
      ? undefined
      : field(codeToWords(deelonderwerp), `${pad}.deelonderwerp`),
    reikwijdte && field(reikwijdte, `${pad}.reikwijdte`),
    binding && field(binding, `${pad}.binding`),
  ].filter((part) => part !== undefined);
  return phrase(
    codewoorden(naam, ruimte),
    "(",
    ...marks.flatMap((part, i) => (i === 0 ? [part] : [";", part])),
    "):",
    describeInhoud(inhoud, pad, ruimte),
    landtIn && describeLandtIn(landtIn, `${pad}.landt-in`, ruimte),
  );
}

function describeInhoud(inhoud: Onderdeel["inhoud"], pad: string, ruimte: Ruimte): Zin {
  if (inhoud.soort === "document") {
    const title = documenttitel(inhoud.document, ruimte);
    return phrase("zoals in", field(`«${title}»`, `${pad}.document`));
  }
  const { wat, eigenaar, beoordeeldDoor } = inhoud;
  const owner = orgaanwoord(eigenaar);
  return phrase(
    field(clean(wat), `${pad}.niet-berekenbaar`),
    isPlural(owner) ? "; eigenaars zijn" : "; eigenaar is",
    field(definite(owner), `${pad}.eigenaar`),
    beoordeeldDoor === undefined
      ? undefined
      : phrase(", beoordeeld door", field(beoordeeldDoor, `${pad}.beoordeeld-door`)),
  );
}

function describeLandtIn(
  { instrument, voorElk, uiterlijk }: NonNullable<Onderdeel["landtIn"]>,
  pad: string,
  ruimte: Ruimte,
): Zin {
  return phrase(
    "; landt in",
    field(definite(codeToWords(instrument)), `${pad}.instrument`),
    voorElk === undefined ? undefined : phrase("van", field(each(voorElk), `${pad}.voor-elk`)),
    uiterlijk && phrase(", uiterlijk", describeWaarde(uiterlijk, `${pad}.uiterlijk`, ruimte)),
  );
}

/** All six are asked: without one of them the kader is not active, so what lacks is said. */
function describeMonitoring({ monitoring }: Kader): Zin {
  if (Object.keys(monitoring).length === 0) {
    return finish("Monitoring:", field("nog te bepalen", "monitoring", "nog-te-bepalen"));
  }
  const parts = MONITORVELDEN.map((veld, i) => {
    const said = monitoring[veld];
    const pad = `monitoring.${veld}`;
    const value =
      said === undefined ? field("nog te bepalen", pad, "nog-te-bepalen") : field(clean(said), pad);
    return phrase(i === 0 ? undefined : ";", `${veld}:`, value);
  });
  return finish("Monitoring:", ...parts);
}

function describeEvaluatie(evaluatie: NonNullable<Kader["evaluatie"]>, ruimte: Ruimte): Zin {
  switch (evaluatie.soort) {
    case "parameter":
      return phrase("Geëvalueerd op", describeParameter(evaluatie.naam, ruimte));
    case "elke":
      return phrase("Geëvalueerd elke", describeWaarde(evaluatie.elke, "evaluatie.elke", ruimte));
    case "datums": {
      const days = evaluatie.datums.map((day, i) => describeWaarde(day, `evaluatie[${i}]`, ruimte));
      return phrase("Geëvalueerd op", series(days));
    }
  }
}

function describeNaleving(
  { traject, vereffening }: NonNullable<Kader["naleving"]>,
  ruimte: Ruimte,
): Zin {
  const named = (id: string) => `«${documenttitel(id, ruimte)}»`;
  const ways = [
    traject === undefined ? undefined : field(named(traject), "naleving.traject"),
    vereffening === undefined
      ? undefined
      : phrase("verrekenen volgens", field(named(vereffening), "naleving.vereffening")),
  ];
  return phrase("Als het niet wordt nagekomen:", series(ways));
}

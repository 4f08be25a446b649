import type { Kolomkoppeling } from "#domain/inlevering.ts";
import { gelijkmaken } from "./kennis.ts";

type Rol = Kolomkoppeling["rol"];

/** Heads that say what a column is for; a head that names a figure is none of these. */
const WOORDEN: readonly (readonly [Rol, ReadonlySet<string>])[] = [
  ["opmerking", words("opmerking,opmerkingen,toelichting,noot,notitie")],
  ["bron", words("bron,bronvermelding,herkomst")],
  ["eenheid", words("eenheid,maateenheid")],
  ["indicator", words("indicator,cijfer,maat,variabele,kengetal")],
  ["moment", words("moment,peildatum,periode,jaar,datum,meetmoment,perioden")],
  ["cel", words("onderdeel,cel,uitsplitsing,segment,categorie,doelgroep,aandachtsgroep,fase")],
  ["waarde", words("waarde,aantal,getal,value,score")],
  ["laag", words("laag,laagste,ondergrens,minimum,minimaal,min,tenminste")],
  ["hoog", words("hoog,hoogste,bovengrens,maximum,maximaal,max,hoogstens")],
  [
    "negeer",
    words("provincie,provincienaam,provinciecode,corop,regio,deelregio,nr,nummer,volgnummer,kpi"),
  ],
];

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(","));
}

/** What a column is for by its head alone; undefined where the head is no such word. */
export function rolVan(kop: string): Rol | undefined {
  const kern = gelijkmaken(kop);
  if (kern.startsWith("onderdeel ")) return "cel";
  return WOORDEN.find(([, known]) => known.has(kern))?.[0];
}

/** Whether a head says that a column is the low or high end of the figure it names. */
export function kantVan(kop: string): "laag" | "hoog" | undefined {
  const parts = new Set(gelijkmaken(kop).split(" "));
  const has = (rol: Rol) =>
    [...(WOORDEN.find(([known]) => known === rol)?.[1] ?? [])].some((word) => parts.has(word));
  const [laag, hoog] = [has("laag"), has("hoog")];
  if (laag === hoog) return undefined;
  return laag ? "laag" : "hoog";
}

/** The head without the words that make it a low or a high end. */
export function zonderKant(kop: string): string {
  return kop.replace(
    /\(?\b(?:laag|laagste|ondergrens|minimum|minimaal|min|hoog|hoogste|bovengrens|maximum|maximaal|max)\b\.?\)?/gi,
    " ",
  );
}

/** Whether a head says that the numbers below it are codes of gemeenten. */
export function zegtGebiedscode(kop: string): boolean {
  return /\b(?:gemeente|gem|gm|cbs|gebied|regio)\w*\b.*\b(?:code|nr|nummer)\b|\bcode\b|gemeentecode|gebiedscode|regiocode|cbscode|^gm$/.test(
    gelijkmaken(kop),
  );
}

/** Whether a head says that the words below it are gemeenten. */
export function zegtGebied(kop: string): boolean {
  return /^(?:gemeente|gemeentenaam|gemeenten|gebied|gebiedsnaam|naam|plaats)(?: naam)?$/.test(
    gelijkmaken(kop),
  );
}

import type { Eis, EisOnderwerp } from "#domain/eis.ts";
import type { Formule, Verwijzing, Waarde } from "#domain/waarde.ts";
import { verwijzingenIn } from "#rules/cijfers/formule.ts";

/** Which figures an answer rests on, and whether those of other gemeenten are among them. */
export type Herkomst = { readonly namen: ReadonlySet<string>; readonly breed: boolean };

type FormuleVan = (naam: string) => Formule | undefined;

/** What a figure rests on: itself, and all that it is worked out from. */
export function herkomstVan(verwijzing: Verwijzing, formuleVan: FormuleVan): Herkomst {
  return joinOver([verwijzing], formuleVan, false);
}

/** What an eis rests on. */
export function herkomstVanEis(eis: Eis, formuleVan: FormuleVan): Herkomst {
  return joinOver(figuresIn(eis), formuleVan, looksAround(eis));
}

function joinOver(figures: readonly Verwijzing[], formuleVan: FormuleVan, wide: boolean): Herkomst {
  const namen = new Set<string>();
  let breed = wide;
  const visit = ({ naam, van }: Verwijzing): void => {
    if (van !== undefined) breed = true;
    if (namen.has(naam)) return;
    namen.add(naam);
    const formule = formuleVan(naam);
    if (formule) verwijzingenIn(formule).forEach(visit);
  };
  figures.forEach(visit);
  return { namen, breed };
}

/** Whether an eis asks of other places than its own. */
function looksAround(eis: Eis): boolean {
  return (
    eis.soort === "voor-elk" ||
    (eis.soort === "vergelijking" && eis.onderwerp.soort === "som") ||
    partsOf(eis).some(looksAround)
  );
}

function figuresIn(eis: Eis): readonly Verwijzing[] {
  if (eis.soort === "aanwezig") return eis.wat;
  if (eis.soort !== "vergelijking") return partsOf(eis).flatMap(figuresIn);
  const { onderwerp, vergelijking } = eis;
  const subject = figuresOfOnderwerp(onderwerp);
  if (vergelijking.soort === "tussen") {
    return [...subject, ...figuresOf(vergelijking.van), ...figuresOf(vergelijking.tot)];
  }
  return "waarde" in vergelijking ? [...subject, ...figuresOf(vergelijking.waarde)] : subject;
}

function partsOf(eis: Eis): readonly Eis[] {
  switch (eis.soort) {
    case "vergelijking":
    case "aanwezig":
      return [];
    case "alle":
    case "een-van":
      return eis.eisen;
    case "niet":
      return [eis.eis];
    case "als":
      return [eis.als, eis.dan, ...(eis.anders ? [eis.anders] : [])];
    case "voor-elk":
      return [eis.geldt];
  }
}

function figuresOfOnderwerp(onderwerp: EisOnderwerp): readonly Verwijzing[] {
  switch (onderwerp.soort) {
    case "aantal":
      return figuresOf(onderwerp.van);
    case "aandeel":
      return [onderwerp.teller, onderwerp.noemer];
    case "duur":
      return [onderwerp.van, ...(onderwerp.tot ? [onderwerp.tot] : [])];
    case "datum":
      return [onderwerp.van];
    case "som":
      return [onderwerp.wat];
    case "kenmerk":
      return [{ naam: onderwerp.naam, pad: [] }];
  }
}

function figuresOf(waarde: Waarde): readonly Verwijzing[] {
  switch (waarde.soort) {
    case "verwijzing":
      return [waarde.verwijzing];
    case "deel-van": {
      const { deel, van } = waarde;
      return deel.soort === "parameter" ? [{ naam: deel.naam, pad: [] }, van] : [van];
    }
    case "evenredig":
      return [waarde.aan];
    case "per":
      return Object.values(waarde.is).flatMap(figuresOf);
    default:
      return [];
  }
}

import type { Formule } from "#domain/waarde.ts";
import { cijferwoorden, type Ruimte } from "./context.ts";
import { formatBreuktekst } from "./getaltekst.ts";
import { describeParameter, figureName } from "./waardezin.ts";
import { field, isEditable, phrase, type Zin } from "./zin.ts";

const TEKENS = { "+": "+", "-": "−", "*": "×", "/": "÷" } as const;

/** Arithmetic in words and signs; one part to change, but for the parameters in it. */
export function describeFormule(formule: Formule, pad: string, ruimte: Ruimte): Zin {
  const parts: { tekst: string; pad: string | undefined }[] = [];
  for (const deel of write(formule, ruimte)) {
    const own = isEditable(deel) ? deel.pad : undefined;
    const before = parts.at(-1);
    if (before && before.pad === own && own === undefined) before.tekst += deel.tekst;
    else parts.push({ tekst: deel.tekst, pad: own });
  }
  return phrase(...parts.map((part) => field(part.tekst, part.pad ?? pad)));
}

function write(formule: Formule, ruimte: Ruimte): Zin {
  if (formule.soort === "getal") return [{ tekst: formatBreuktekst(formule.getal) }];
  if (formule.soort === "verwijzing") {
    const { verwijzing } = formule;
    const parameter = describeParameter(verwijzing.naam, ruimte);
    if (!parameter) return [{ tekst: figureName(verwijzing, ruimte, "kaal") }];
    return phrase(cijferwoorden(verwijzing.naam, ruimte), "(", parameter, ")");
  }
  const { teken, links, rechts } = formule;
  const high = teken === "*" || teken === "/";
  const left = bracket(links, high && isSum(links), ruimte);
  const right = bracket(rechts, needsRight(teken, rechts), ruimte);
  return phrase(left, TEKENS[teken], right);
}

function bracket(formule: Formule, needed: boolean, ruimte: Ruimte): Zin {
  const inner = write(formule, ruimte);
  return needed ? phrase("(", inner, ")") : inner;
}

function isSum(formule: Formule): boolean {
  return formule.soort === "bewerking" && (formule.teken === "+" || formule.teken === "-");
}

/** After − a sum keeps its brackets; after × only a sum, after ÷ anything that is worked out. */
function needsRight(teken: keyof typeof TEKENS, rechts: Formule): boolean {
  if (rechts.soort !== "bewerking" || teken === "+") return false;
  return teken === "/" || isSum(rechts);
}

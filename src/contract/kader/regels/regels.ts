import type { Bevinding } from "../melding.ts";
import { bevoegdheidregel } from "./bevoegdheid.ts";
import { eenhedenregel } from "./eis.ts";
import { gewichtregel } from "./gewicht.ts";
import { indelingregel } from "./indeling.ts";
import { kaderlaagregel, standpuntregel } from "./kader.ts";
import { besluitregel, gebiedregel, idregel, laagregel, namenregel } from "./kop.ts";
import { kringregel } from "./kring.ts";
import { definitieregel, duizendregel, partijenregel } from "./opmerkingen.ts";
import type { Regel, Ruwdocument } from "./ruw.ts";
import { wijzerregel } from "./samenhang.ts";
import { spoorregel } from "./spoor.ts";
import { aanvullingregel } from "./toets.ts";
import { wegregel } from "./traject.ts";
import { keuzeregel, onderdelenregel, uitkomstregel } from "./verdeling.ts";
import { wieregel } from "./wie.ts";

const REGELS: readonly Regel[] = [
  laagregel,
  gebiedregel,
  idregel,
  besluitregel,
  namenregel,
  spoorregel,
  keuzeregel,
  onderdelenregel,
  uitkomstregel,
  wieregel,
  kringregel,
  indelingregel,
  wegregel,
  bevoegdheidregel,
  wijzerregel,
  eenhedenregel,
  aanvullingregel,
  kaderlaagregel,
  standpuntregel,
  partijenregel,
  definitieregel,
  gewichtregel,
  duizendregel,
];

const SAMENHANG: readonly Regel[] = [
  kringregel,
  eenhedenregel,
  wijzerregel,
  wieregel,
  kaderlaagregel,
];

/** Runs again the rules that follow pointers, now that other documents are known. */
export function checkSamenhang(document: Ruwdocument): readonly Bevinding[] {
  return run(SAMENHANG, document).fouten;
}

/**
 * Runs every rule that looks across blocks, on what was written.
 *
 * They run beside the schemas, so that one report holds all that is wrong. What is not there or
 * is of another form is left to the schemas.
 */
export function checkDocument(document: Ruwdocument): Oordeel {
  return run(REGELS, document);
}

type Oordeel = {
  readonly fouten: readonly Bevinding[];
  readonly opmerkingen: readonly Bevinding[];
};

function run(regels: readonly Regel[], document: Ruwdocument): Oordeel {
  const fouten: Bevinding[] = [];
  const opmerkingen: Bevinding[] = [];
  for (const regel of regels) {
    regel(document, {
      fout: (pad, tekst, bij = "sleutel") => fouten.push({ pad, tekst, bij }),
      opmerking: (pad, tekst, bij = "sleutel") => opmerkingen.push({ pad, tekst, bij }),
    });
  }
  return { fouten, opmerkingen };
}

import type { z } from "zod";
import { gelezen, ongelezen } from "../scalar/gelezen.ts";
import { checkAs, checkOnderdelen } from "./bekend.ts";
import { type Controle, isGevonden, type Meld, onderdelen, scalar } from "./blok.ts";

/** The name of an axis along which something differs. */
export const as = scalar((text) => {
  const fout = checkAs(text);
  return fout ? ongelezen(fout) : gelezen(text);
});

/** `{ per: as, is: { onderdeel: … } }` as the only content of a block. */
export function perVelden<T extends z.ZodType>(inner: T) {
  return { per: as, is: onderdelen(inner) };
}

/** `per` and `is` come together, and every onderdeel is there. */
export const checkPer: Controle = (gevonden, meld) => {
  if (!("per" in gevonden)) meld("Bij «is» hoort «per»: waarnaar het verschilt.");
  if (!("is" in gevonden)) meld("Bij «per» hoort «is»: wat het voor elk onderdeel is.");
  checkDelen(gevonden.per, gevonden.is, meld);
};

function checkDelen(per: unknown, is: unknown, meld: Meld): void {
  if (typeof per !== "string" || !isGevonden(is)) return;
  const keys = Object.keys(is);
  if (keys.length === 0) meld("«is» is leeg. Voeg ten minste één onderdeel toe.", { pad: ["is"] });
  const fout = keys.length > 0 ? checkOnderdelen(per, keys) : undefined;
  if (fout) {
    meld(fout.tekst, { pad: fout.onderdeel === undefined ? ["is"] : ["is", fout.onderdeel] });
  }
}

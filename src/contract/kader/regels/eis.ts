import { type Pad, quote } from "../fout.ts";
import type { Boom } from "../knoop.ts";
import { type Eenheidlezer, unitIn, unitReader } from "./eenheid.ts";
import { checkEissoort } from "./eissoort.ts";
import { asTekst, isKaart, type Kaartboom, type Regel } from "./ruw.ts";

const VERGELIJKINGEN = ["minstens", "hoogstens", "meer-dan", "minder-dan", "gelijk-aan"] as const;

/**
 * An eis lays like beside like: people are not compared with homes, and a date is no number.
 *
 * A share of unlike things is a rate (standplaatsen per woning), and then its limit is a parameter
 * that says so. What has no unit that we know, such as a formule over unlike things, is left alone.
 */
export const eenhedenregel: Regel = ({ boom, kennis }, { fout }) => {
  visit(boom, [], unitReader(boom, kennis), fout);
};

type Fout = Parameters<Regel>[1]["fout"];

function visit(boom: Boom, pad: Pad, unitOf: Eenheidlezer, fout: Fout): void {
  if (Array.isArray(boom)) {
    for (const [index, item] of boom.entries()) visit(item, [...pad, index], unitOf, fout);
  }
  if (!isKaart(boom)) return;
  if (!checkEissoort(boom, pad, unitOf, fout)) checkEenheden(boom, pad, unitOf, fout);
  for (const [key, value] of Object.entries(boom)) {
    if (typeof value !== "string") visit(value, [...pad, key], unitOf, fout);
  }
}

function checkEenheden(eis: Kaartboom, pad: Pad, unitOf: Eenheidlezer, fout: Fout): void {
  const counted = asTekst(eis.aantal) ?? asTekst(eis.som);
  const [aandeel, van] = [asTekst(eis.aandeel), asTekst(eis.van)];
  for (const { limit, plek } of limitsOf(eis)) {
    if (counted !== undefined) checkAantal(counted, limit, [...pad, ...plek], unitOf, fout);
    else if (aandeel !== undefined && van !== undefined) {
      checkAandeel({ aandeel, van, limit }, pad, unitOf, fout);
    }
  }
}

/** Every number that the subject is laid beside, with its key. */
function limitsOf(eis: Kaartboom): readonly { readonly limit: string; readonly plek: Pad }[] {
  const found = (limit: string | undefined, plek: Pad) =>
    limit === undefined ? [] : [{ limit, plek }];
  const { tussen } = eis;
  return [
    ...VERGELIJKINGEN.flatMap((key) => found(asTekst(eis[key]), [key])),
    ...(isKaart(tussen)
      ? ["van", "tot"].flatMap((key) => found(asTekst(tussen[key]), ["tussen", key]))
      : []),
  ];
}

function checkAantal(
  counted: string,
  limit: string,
  pad: Pad,
  unitOf: Eenheidlezer,
  fout: Fout,
): void {
  const [left, right] = [unitIn(counted, unitOf), unitIn(limit, unitOf)];
  if (left === undefined || right === undefined || left === right) return;
  fout(
    pad,
    `${quote(counted)} is in ${left} en ${quote(limit)} is in ${right}; die zijn niet te vergelijken. Noem een cijfer of een grens in ${left}.`,
    "waarde",
  );
}

function checkAandeel(
  {
    aandeel,
    van,
    limit,
  }: { readonly aandeel: string; readonly van: string; readonly limit: string },
  pad: Pad,
  unitOf: Eenheidlezer,
  fout: Fout,
): void {
  const [part, whole] = [unitIn(aandeel, unitOf), unitIn(van, unitOf)];
  if (part === undefined || whole === undefined || part === whole) return;
  const rate = unitIn(limit, unitOf);
  if (rate?.includes(" per ")) return;
  fout(
    [...pad, "van"],
    `${quote(aandeel)} is in ${part} en ${quote(van)} is in ${whole}: dat is geen deel van een geheel. Is een verhouding bedoeld, zet de grens dan in een parameter met «eenheid: ${part} per …»; kies anders twee cijfers in dezelfde eenheid.`,
    "waarde",
  );
}

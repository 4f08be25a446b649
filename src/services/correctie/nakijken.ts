import type { Wie } from "#domain/toegang.ts";
import type { Basis } from "#services/basis.ts";
import { magOver } from "#services/toegang/eigen-gebied.ts";
import { asKenmerk, openLink } from "#services/toegang/geheim.ts";
import { dagVan } from "#services/toegang/toegang.ts";
import { dayOf, findGebied } from "#services/verdeling/opdracht.ts";
import { wieVraagt } from "#storage/als-wie.ts";
import { findRonde } from "#storage/correctie.repository.ts";
import { findGemeentelink } from "#storage/toegang.repository.ts";
import type { Connection } from "#storage/transaction.ts";

/** Who wants to look at figures in which round; the gemeente where their account acts for several. */
export type Nakijkvraag = {
  readonly id: string;
  readonly geheim: string;
  readonly gemeente?: string | undefined;
};

/** As which gemeente somebody may react in a round, or why not. */
export type Nakijkrecht =
  | {
      readonly soort: "open";
      readonly ronde: string;
      readonly gemeente: string;
      readonly link: string;
      /** The body whose account it is. */
      readonly wie?: string;
    }
  | { readonly soort: "niet-gevonden" }
  | { readonly soort: "geen-macht"; readonly waarom: string };

type Kluis = { readonly db: Connection; readonly basis: Basis };

/** As which gemeente who asks may react: the one of their link, or one that their account acts for. */
export async function openNakijken(
  { db, basis }: Kluis,
  { id, geheim, gemeente }: Nakijkvraag,
): Promise<Nakijkrecht> {
  const found = await openLink(db, asKenmerk(id), geheim);
  if (!found) return { soort: "niet-gevonden" };
  const { onderwerp: ronde } = found;
  if (found.gemeente) return { soort: "open", ronde, gemeente: found.gemeente, link: found.id };
  // Whoever holds the secret of the round keeps it, and speaks for no gemeente.
  if (!found.metAccount) return { soort: "niet-gevonden" };
  const wie = wieVraagt();
  const codes = await listRondegemeenten({ db, basis }, ronde);
  const own = listNakijkbaar(basis, wie, codes);
  const chosen = gemeente ?? (own.length === 1 ? own[0] : undefined);
  if (chosen === undefined) return { soort: "geen-macht", waarom: whyNone(basis, wie, codes, own) };
  const oordeel = magOver(basis, wie, "cijfers-nakijken", [chosen], today());
  if (!oordeel.mag) return { soort: "geen-macht", waarom: oordeel.waarom };
  const link = await findGemeentelink(db, ronde, chosen);
  if (!link) return { soort: "geen-macht", waarom: "Deze gemeente doet niet mee in deze ronde." };
  const { naam } = oordeel.namens.organisatie;
  return { soort: "open", ronde, gemeente: chosen, link: link.id, wie: naam };
}

/** Those of these gemeenten for which somebody may react today, by code. */
export function listNakijkbaar(
  basis: Basis,
  wie: Wie,
  codes: readonly string[],
): readonly string[] {
  return codes.filter((code) => magOver(basis, wie, "cijfers-nakijken", [code], today()).mag);
}

async function listRondegemeenten({ db, basis }: Kluis, id: string): Promise<readonly string[]> {
  const ronde = await findRonde(db, id);
  if (!ronde) return [];
  return (findGebied(basis, ronde.regio, dayOf(ronde.op), [])?.eenheden ?? []).map(
    (eenheid) => eenheid.id,
  );
}

function whyNone(basis: Basis, wie: Wie, codes: readonly string[], own: readonly string[]): string {
  if (own.length > 1) {
    const names = own.map((code) => basis.gemeenten.findByCode(code, today())?.naam ?? code);
    return `U handelt voor meer gemeenten in deze ronde: ${names.join(", ")}. Kies voor welke u kijkt.`;
  }
  const oordeel = magOver(basis, wie, "cijfers-nakijken", codes, today());
  return oordeel.mag ? "Deze ronde gaat over geen enkele gemeente." : oordeel.waarom;
}

function today(): string {
  return dagVan(new Date());
}

import { formatMoment, isSeveral, orgaannaam } from "#domain/notatie.ts";
import type { Loting, Rangorde } from "#domain/rangorde.ts";
import type { Rangmelding } from "#domain/rangorde-uitkomst.ts";
import { type Ranggroep, type Ranglid, tiesIn } from "./orden.ts";
import { kandidatenIn, type Rangordevraag } from "./vraag.ts";

/** A group after lots and decisions of people were laid on it. */
export type Beslechtegroep = Ranggroep & { readonly beslecht?: string };

/**
 * Settles ties as the document says: by a lot that was drawn and recorded, or by the order in which
 * people decided. An open rank is for people only. Nothing is drawn here.
 *
 * A lot or decision counts for a tie only when it names everyone in it; one by the wrong body was
 * refused before this, and then none counts.
 */
export function settleGroep(groep: Ranggroep, vraag: Rangordevraag): readonly Beslechtegroep[] {
  if (groep.stand !== "gelijk" && groep.stand !== "open") return [groep];
  const settled = orderFor(groep, vraag);
  if (!settled) return [groep];
  const place = ({ id }: Ranglid) => settled.volgorde.indexOf(id);
  return groep.leden
    .toSorted((a, b) => place(a) - place(b))
    .map((lid) => ({ leden: [lid], stand: "vast", beslecht: settled.hoe }));
}

function orderFor(
  { leden, stand }: Ranggroep,
  { document, lotingen = [], ingevuld }: Rangordevraag,
): { readonly volgorde: readonly string[]; readonly hoe: string } | undefined {
  const coversAll = (order: readonly string[]) => leden.every(({ id }) => order.includes(id));
  const { gelijkeStanden: rule } = document;
  if (stand === "gelijk" && rule.soort === "loting") {
    const lot = lotingen.find((item) => coversAll(item.volgorde));
    return (
      lot && {
        volgorde: lot.volgorde,
        hoe: `loting door ${orgaannaam(lot.door)} op ${formatMoment(lot.op)}`,
      }
    );
  }
  const decided = ingevuld.gelijkeStanden;
  if (!decided || !coversAll(decided)) return undefined;
  return { volgorde: decided, hoe: "besluit van mensen" };
}

/** What people must still decide in a group: a tie by its own, each in an undecided one too. */
export function decisionsIn(groep: Ranggroep, { document }: Rangordevraag): readonly Rangmelding[] {
  return tiesIn(groep).map((tie): Rangmelding => {
    const kandidaten = tie.map(({ id }) => id);
    const { gelijkeStanden: rule } = document;
    const open = tie[0]?.rangen.find((rang) => rang.open === "ja");
    if (groep.stand === "open" || open) {
      const waarom = `Het document laat deze trede open: ${open?.waarde ?? "nader te bepalen"}.`;
      return { soort: "besluit-nodig", wat: "open-trede", kandidaten, waarom };
    }
    if (rule.soort === "loting") {
      const waarom = `Zij staan gelijk. ${drawsLots(rule.door)}; leg vast wie, wanneer en wat eruit kwam.`;
      return { soort: "besluit-nodig", wat: "loting", kandidaten, waarom };
    }
    const waarom = "Zij staan gelijk, en het document zegt niet wie voorgaat.";
    return { soort: "besluit-nodig", wat: "gelijke-stand", kandidaten, waarom };
  });
}

/** `Het college loot`, `GS loten`. */
function drawsLots(orgaan: string): string {
  const naam = orgaannaam(orgaan);
  return `${naam.charAt(0).toUpperCase()}${naam.slice(1)} ${isSeveral(orgaan) ? "loten" : "loot"}`;
}

/** Lots that may not count, and names nobody is called by: refused, each with the rule. */
export function refuseLotingen(vraag: Rangordevraag): readonly Rangmelding[] {
  const { document, lotingen = [], ingevuld } = vraag;
  const known = new Set(kandidatenIn(vraag).map(({ id }) => id));
  const strangers = (order: readonly string[]) => order.filter((id) => !known.has(id));
  const decided = strangers(ingevuld.gelijkeStanden ?? []);
  return [
    ...lotingen.flatMap((lot) => refuseLoting(lot, document, strangers(lot.volgorde))),
    ...(decided.length > 0 ? [refused(`geen kandidaat: ${decided.join(", ")}`)] : []),
  ];
}

function refuseLoting(
  { door, volgorde }: Loting,
  { gelijkeStanden: rule }: Rangorde,
  strangers: readonly string[],
): readonly Rangmelding[] {
  const twice = volgorde.filter((id, i) => volgorde.indexOf(id) !== i);
  const reasons = [
    rule.soort === "loting" ? undefined : "dit document laat niet loten",
    rule.soort === "loting" && rule.door !== door
      ? `de loting is door ${orgaannaam(door)}, en moet door ${orgaannaam(rule.door)} zijn`
      : undefined,
    strangers.length > 0 ? `in de loting, maar geen kandidaat: ${strangers.join(", ")}` : undefined,
    twice.length > 0 ? `twee keer in de loting: ${twice.join(", ")}` : undefined,
  ];
  return reasons.flatMap((reden) => (reden ? [refused(reden)] : []));
}

function refused(reden: string): Rangmelding {
  return { soort: "geweigerd", regel: "gelijke-standen", reden };
}

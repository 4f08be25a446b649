import { type Pad, quote } from "../fout.ts";
import type { Kennis } from "../kennis.ts";
import type { Boom } from "../knoop.ts";
import { findNearest } from "../nearest.ts";
import { readEenheid } from "../scalar/eenheid.ts";
import { isNaam } from "../scalar/naam.ts";
import { asBlok, asLijst, asTekst, entries, isKaart, type Kaartboom, type Regel } from "./ruw.ts";

/** Units of which there is no list to know them by: whoever delivers their figures names them. */
const ZONDER_LIJST = ["corporaties", "wijken", "locaties"];

/**
 * Whoever a verdeling names is there: a region, a deelregio or a group that somebody knows. A
 * gemeente is looked up where it is read.
 */
export const wieregel: Regel = ({ soort, boom, kennis }, { fout }) => {
  if (soort !== "verdeling") return;
  const known = knownNames(boom, kennis);
  const strange = known
    ? namesIn(boom.stappen, ["stappen"]).filter(({ naam }) => !known.has(naam))
    : [];
  // Only then the indelingen are gone through: most documents name what is known already.
  const deelregios = strange.length > 0 ? deelregiosIn(kennis) : [];
  const all = [...(known ?? []), ...deelregios];
  for (const { pad, naam, bij } of strange) {
    if (deelregios.includes(naam)) continue;
    const nearest = findNearest(naam, all);
    const hint = nearest
      ? `Bedoelt u ${quote(nearest)}?`
      : "Kijk de naam na. Een gemeente schrijft u als «GM0855 Tilburg».";
    fout(pad, `Er is geen regio, deelregio of groep ${quote(naam)}. ${hint}`, bij);
  }
};

/** The ids that this document may name, but for deelregio's; undefined where that cannot be told. */
function knownNames(boom: Kaartboom, kennis: Kennis): ReadonlySet<string> | undefined {
  const { regios, codelijsten, bibliotheek } = kennis;
  if (!regios || !codelijsten || !bibliotheek) return undefined;
  const steps = asLijst(boom.stappen).map((step) => asTekst(asBlok(step, "over").over));
  if (steps.some((over) => ZONDER_LIJST.includes(over?.split(" ")[0] ?? ""))) return undefined;
  return new Set([
    ...regios.map(({ id }) => id),
    ...[...codelijsten.values()].flat(),
    ...entries(asBlok(boom.opgave, "aantal").is).map(([naam]) => naam),
  ]);
}

function deelregiosIn({ bibliotheek }: Kennis): readonly string[] {
  return (bibliotheek?.list() ?? []).flatMap((document) =>
    document.soort === "indeling"
      ? Object.values(document.regios).flatMap(({ deelregios }) => Object.keys(deelregios))
      : [],
  );
}

type Vermelding = {
  readonly pad: Pad;
  readonly naam: string;
  readonly bij: "sleutel" | "waarde";
};

/** Keys below which units are listed: in a block, or as a list alone. */
const SELECTIES = ["voor", "onder", "tussen"];

function namesIn(boom: Boom | undefined, pad: Pad): readonly Vermelding[] {
  if (Array.isArray(boom)) return boom.flatMap((item: Boom, i) => namesIn(item, [...pad, i]));
  return entries(boom).flatMap(([key, value]) => {
    const at = [...pad, key];
    if (key === "vast")
      return entries(value).flatMap(([name]) => mention(name, [...at, name], "sleutel"));
    if (key === "volgorde") return listed(value, at);
    if (!SELECTIES.includes(key)) return namesIn(value, at);
    if (!isKaart(value)) return listed(value, at);
    return ["bij", "behalve"].flatMap((list) => listed(value[list], [...at, list]));
  });
}

function listed(boom: Boom | undefined, pad: Pad): readonly Vermelding[] {
  return asLijst(boom).flatMap((item, index) => mention(asTekst(item), [...pad, index], "waarde"));
}

function mention(
  text: string | undefined,
  pad: Pad,
  bij: Vermelding["bij"],
): readonly Vermelding[] {
  if (text === undefined) return [];
  const { id } = readEenheid(text);
  return isNaam(id) ? [{ pad, naam: id, bij }] : [];
}

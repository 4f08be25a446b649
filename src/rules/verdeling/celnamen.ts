import type { Sleutel } from "#domain/sleutel.ts";
import type { Stap } from "#domain/verdeling.ts";
import type { Formule, Verwijzing } from "#domain/waarde.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { verwijzingenIn } from "#rules/cijfers/formule.ts";
import type { Verdelingsvraag } from "./stapcontext.ts";
import type { CelNamen } from "./vorm.ts";

/**
 * Which cells a unit has on the axis of a step: those that the figures of its sleutel are
 * delivered for, in the order of delivery.
 *
 * A corporatie without any figure in a gemeente is not there; one with a figure that is missing
 * beside others is, and is named as missing.
 */
export function celNamenFor(stap: Stap, vraag: Verdelingsvraag): CelNamen {
  const wanted = [...figuresOfSleutel(stap.sleutel, vraag)];
  return (pad) => {
    const gebieden = pad[0] === undefined ? [vraag.gebied.id, "*"] : [pad[0]];
    const names = wanted.flatMap(({ naam, pad: cel }) =>
      gebieden.flatMap((gebied) =>
        nextCells(vraag.cijfers.find(naam, gebied), [...cel, ...pad.slice(1)]),
      ),
    );
    return [...new Set(names)];
  };
}

/** The first part of every delivered cell that lies below this one. */
function nextCells(known: readonly Waarneming[], prefix: readonly string[]): readonly string[] {
  return known.flatMap(({ cel }) => {
    const next = cel[prefix.length];
    return next !== undefined && prefix.every((part, i) => cel[i] === part) ? [next] : [];
  });
}

function figuresOfSleutel(
  sleutel: Sleutel | undefined,
  vraag: Verdelingsvraag,
): readonly Verwijzing[] {
  if (!sleutel) return [];
  switch (sleutel.soort) {
    case "naar-rato-van":
      return [...resolve(sleutel.van, vraag), ...figuresOfSleutel(sleutel.bijtrekken?.naar, vraag)];
    case "omgekeerd-naar-rato-van":
      return resolve(sleutel.van, vraag);
    case "gewogen":
      return sleutel.delen.flatMap((deel) => figuresOfSleutel(deel.sleutel, vraag));
    case "factoren":
      return [
        ...figuresOfSleutel(sleutel.basis, vraag),
        ...sleutel.factoren.flatMap(({ van }) => resolve(van, vraag)),
      ];
    case "per":
      return Object.values(sleutel.is).flatMap((part) => figuresOfSleutel(part, vraag));
    case "vast":
      return [];
    default:
      return [];
  }
}

/** The figure itself and, where it is derived, the figures it is derived from. */
function resolve(verwijzing: Verwijzing, vraag: Verdelingsvraag): readonly Verwijzing[] {
  const formule = formuleOf(verwijzing.naam, vraag);
  return formule ? [verwijzing, ...verwijzingenIn(formule)] : [verwijzing];
}

function formuleOf(naam: string, { document, bibliotheek }: Verdelingsvraag): Formule | undefined {
  const own = document.afgeleid[naam];
  if (own) return own;
  const indicator = bibliotheek.find(naam);
  return indicator?.soort === "indicator" ? indicator.formule : undefined;
}

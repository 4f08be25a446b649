import type { Rekenblad } from "#domain/rekenblad.ts";
import { sayAlsRegio } from "#domain/schermwoorden.ts";

/** How units and figures of a sheet are called. */
export type Namen = {
  readonly eenheid: (id: string) => string;
  /** `woningen.sociale-huur` by the title of its indicator. */
  readonly cijfer: (naam: string) => string;
  readonly maat: (naam: string) => string;
  /** A text of the screen in the words of the region (F093). */
  readonly zeg: (tekst: string) => string;
};

export function createNamen({ gebied, nederland, documenten, woorden }: Rekenblad): Namen {
  const units = new Map(
    [...(nederland?.eenheden ?? []), ...gebied.eenheden].map(({ id, naam }) => [id, naam]),
  );
  const indicators = new Map(
    documenten.flatMap((document) =>
      document.soort === "indicator" ? [[document.id, document] as const] : [],
    ),
  );
  const find = (naam: string) => indicators.get(naam.split(".")[0] ?? "");
  return {
    eenheid: (id) =>
      units.get(id) ??
      id
        .split("/")
        .map((part) => units.get(part) ?? part.replaceAll("-", " "))
        .join(", "),
    cijfer: (naam) => {
      const [, ...cel] = naam.split(".");
      return [find(naam)?.titel ?? naam.replaceAll("-", " "), ...cel].join(", ");
    },
    maat: (naam) => find(naam)?.eenheid ?? "",
    zeg: (tekst) => sayAlsRegio(tekst, woorden),
  };
}

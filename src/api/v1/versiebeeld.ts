import type { z } from "zod";
import type { versieregel, versie as versieschema } from "#contract/api/versies.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Vaststelling } from "#domain/vaststelling.ts";
import type { Versielezing } from "#services/rekenversie/rekenversie.service.ts";
import { hashBevriezing } from "#storage/bevriezing-hash.ts";
import type {
  Rekenversie,
  Versiegebeurtenis,
  VersieInhoud,
} from "#storage/rekenversie.repository.ts";
import { ProblemError } from "../problem.ts";
import { toAntwoord } from "./vaststellingen.routes.ts";

/** The fact of a version, with its name where the content is still there. */
export function toRegel(
  { id, ...rest }: Rekenversie,
  kop?: Pick<VersieInhoud, "naam" | "maker" | "regio">,
): z.infer<typeof versieregel> {
  return {
    versie: id,
    ...rest,
    ...(kop && { naam: kop.naam, regio: kop.regio }),
    ...(kop?.maker === undefined ? {} : { maker: kop.maker }),
  };
}

/** All of a version: its sheet, its keys with figures and outcome, and what was changed for it. */
export function toVersie(
  { versie, inhoud }: Extract<Versielezing, { soort: "gevonden" }>,
  gebeurtenissen: readonly (Versiegebeurtenis & { readonly versie: string })[],
  vaststellingen: readonly Vaststelling[],
): z.infer<typeof versieschema> {
  return {
    ...toRegel(versie, inhoud),
    adres: inhoud.adres,
    ongebronde: [...inhoud.ongebronde],
    gebeurtenissen: [...gebeurtenissen],
    vaststellingen: vaststellingen.map(toAntwoord),
    sleutels: inhoud.bevriezingen.map((frozen) => ({
      document: `${frozen.document.id}@${frozen.document.versie}`,
      hash: hashBevriezing(frozen),
      tekst: frozen.document.tekst,
      gebied: frozen.gebied,
      op: frozen.op,
      engineVersie: frozen.engineVersie,
      uitkomst: JSON.parse(frozen.uitkomst),
    })),
  };
}

/** That the content of a version is gone, told to who could see it (410). */
export function gone({ weg, nummer }: Rekenversie): ProblemError {
  const dag = formatMoment(weg?.op.slice(0, 10) ?? "");
  const detail =
    weg?.reden === "vervallen"
      ? `De bewaartijd van versie ${nummer} was om; de inhoud is op ${dag} verwijderd. Dat zij er was, staat nog in de lijst.`
      : `Versie ${nummer} is op ${dag} weggegooid. De inhoud is er niet meer; dat zij er was, staat nog in de lijst.`;
  return new ProblemError({ status: 410, title: "Deze versie is weg", detail });
}

import type { Logboek } from "#api/bedrijf/bewaking.ts";
import type { Databasetoestand } from "./database-wacht.ts";

const TEKST: Readonly<Record<Databasetoestand["soort"], string>> = {
  weg: "De database antwoordt niet. Pagina's uit het geheugen werken door; bewaren kan nu niet.",
  "alleen-lezen": "De database neemt geen wijzigingen aan. Lezen kan, bewaren kan nu niet.",
  open: "De database is er weer. Bewaren kan weer.",
};

/** Tells whoever runs the server once that the database went away, and once that it is back. */
export function describeToestand(
  logboek: Logboek,
  { soort }: Databasetoestand,
  error?: unknown,
): void {
  const velden = { database: soort };
  if (error === undefined)
    logboek.meld(soort === "open" ? "info" : "waarschuwing", TEKST[soort], velden);
  else logboek.fout(TEKST[soort], error, velden);
}

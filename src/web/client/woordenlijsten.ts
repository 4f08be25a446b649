import type { z } from "zod";
import type { gemaakteLijst, lijstverzoek, woordenlijst } from "#contract/api/woordenlijsten.ts";
import { type Antwoord, askApi } from "./vraag.ts";

export type Woordenlijst = Readonly<z.infer<typeof woordenlijst>>;
type GemaakteLijst = Readonly<z.infer<typeof gemaakteLijst>>;

export function startLijst(regio: string): Promise<Antwoord<GemaakteLijst>> {
  return askApi("woordenlijsten", { methode: "POST", inhoud: { regio } });
}

export function fetchLijst(id: string): Promise<Antwoord<Woordenlijst>> {
  return askApi(`woordenlijsten/${encodeURIComponent(id)}`);
}

/** A new version of the list; refused where somebody else changed it since `van`. */
export function changeLijst(
  { id, geheim }: { readonly id: string; readonly geheim: string },
  inhoud: Readonly<z.input<typeof lijstverzoek>>,
): Promise<Antwoord<Woordenlijst>> {
  return askApi(`woordenlijsten/${id}`, { methode: "PUT", geheim, inhoud });
}

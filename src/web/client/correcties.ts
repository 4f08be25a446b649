import type { z } from "zod";
import type { correctieronde, geopendeRonde, nieuweReactie } from "#contract/api/correcties.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { type Antwoord, askApi } from "./vraag.ts";

export type Correctieronde = Readonly<z.infer<typeof correctieronde>>;
export type GeopendeRonde = Readonly<z.infer<typeof geopendeRonde>>;
type NieuweReactie = Readonly<z.input<typeof nieuweReactie>>;
type EigenCijfers = { readonly gemeente: string; readonly cijfers: readonly Waarneming[] };
type Sleutel = { readonly id: string; readonly geheim: string };

export function openRonde(vraag: {
  readonly naam: string;
  readonly regio: string;
  readonly op: string;
  readonly uiterlijk?: string;
}): Promise<Antwoord<GeopendeRonde>> {
  return askApi("correctierondes", { methode: "POST", inhoud: vraag });
}

export function fetchRonde(id: string): Promise<Antwoord<Correctieronde>> {
  return askApi(`correctierondes/${encodeURIComponent(id)}`);
}

/** The figures of the gemeente of this link, or of the one that an account acts for. */
export function fetchEigenCijfers(
  { id, geheim }: Sleutel,
  gemeente?: string,
): Promise<Antwoord<EigenCijfers>> {
  const query = gemeente ? `?gemeente=${encodeURIComponent(gemeente)}` : "";
  return askApi(`correctierondes/${id}/cijfers${query}`, { geheim });
}

export function react(
  { id, geheim }: Sleutel,
  inhoud: NieuweReactie,
): Promise<Antwoord<{ readonly reactie: string }>> {
  return askApi(`correctierondes/${id}/reacties`, { methode: "POST", geheim, inhoud });
}

import type { z } from "zod";
import type {
  botsing,
  kringlink,
  nieuweReeks,
  opslagverzoek,
  versie,
  versiereeks,
  versieregel,
  wasWordt,
} from "#contract/api/versies.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { type Antwoord, askApi } from "./vraag.ts";

export type Versie = Readonly<z.infer<typeof versie>>;
export type Versieregel = Readonly<z.infer<typeof versieregel>>;
export type Versiereeks = Readonly<z.infer<typeof versiereeks>>;
export type Opslagverzoek = Readonly<z.input<typeof opslagverzoek>>;
export type Botsing = Readonly<z.infer<typeof botsing>>;
export type WasWordt = Readonly<z.infer<typeof wasWordt>>;
export type Versiestatus = Versieregel["status"];
type NieuweReeks = Readonly<z.infer<typeof nieuweReeks>>;
type Kringlink = Readonly<z.infer<typeof kringlink>>;

/** Something that a link opens, with its secret. */
export type Sleutel = { readonly id: string; readonly geheim: string };

export function startReeks(): Promise<Antwoord<NieuweReeks>> {
  return askApi("versiereeksen", { methode: "POST" });
}

/** Keeps a sheet; the same `sleutel` with the same request gives one version. */
export function saveVersie(
  reeks: Sleutel,
  sleutel: string,
  inhoud: Opslagverzoek,
): Promise<Antwoord<Versieregel>> {
  const { id, geheim } = reeks;
  return askApi(`versiereeksen/${id}/versies`, { methode: "POST", geheim, sleutel, inhoud });
}

export function fetchReeks({ id, geheim }: Sleutel): Promise<Antwoord<Versiereeks>> {
  return askApi(`versiereeksen/${id}`, { geheim });
}

export function fetchVersie({ id, geheim }: Sleutel): Promise<Antwoord<Versie>> {
  return askApi(`versies/${id}`, { geheim });
}

/** The sheet of a version, with the figures of then; or of the other region that lay beside it. */
export function fetchVersieblad(
  { id, geheim }: Sleutel,
  ernaast = false,
): Promise<Antwoord<Rekenblad>> {
  return askApi(`versies/${id}/rekenblad?ernaast=${ernaast ? "ja" : "nee"}`, { geheim });
}

export function markVersie(
  { id, geheim }: Sleutel,
  status: Versiestatus,
): Promise<Antwoord<unknown>> {
  return askApi(`versies/${id}`, { methode: "PATCH", geheim, inhoud: { status } });
}

export function throwAway({ id, geheim }: Sleutel): Promise<Antwoord<unknown>> {
  return askApi(`versies/${id}`, { methode: "DELETE", geheim });
}

export function makeKring(
  reeks: Sleutel,
  kring: { readonly naam: string; readonly recht: "lezen" | "meewerken" },
): Promise<Antwoord<Kringlink>> {
  const { id, geheim } = reeks;
  return askApi(`versiereeksen/${id}/kringen`, { methode: "POST", geheim, inhoud: kring });
}

export function shareWith({ id, geheim }: Sleutel, kring: string): Promise<Antwoord<unknown>> {
  return askApi(`versies/${id}/kringen/${kring}`, { methode: "PUT", geheim });
}

export function endKring({ id, geheim }: Sleutel, kring: string): Promise<Antwoord<unknown>> {
  return askApi(`versiereeksen/${id}/kringen/${kring}`, { methode: "DELETE", geheim });
}

/** Was and wordt; both secrets travel in the content of the request. */
export function compareVersies(was: Sleutel, wordt: Sleutel): Promise<Antwoord<WasWordt>> {
  const side = ({ id, geheim }: Sleutel) => ({ versie: id, geheim });
  const inhoud = { was: side(was), wordt: side(wordt) };
  return askApi("versievergelijkingen", { methode: "POST", inhoud });
}

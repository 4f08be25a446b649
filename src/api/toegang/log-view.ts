import { type Inzien, logInzage } from "#services/toegang/inzage.ts";
import type { Toegang } from "#services/toegang/toegang.ts";
import { currentVerzoek } from "../bedrijf/verzoek.ts";

type View = Pick<Inzien, "verwerking" | "betrokkenen" | "begin">;

/** Writes that people's data is about to be shown, as part of the request that is being answered. */
export async function logView({ inzage, nu }: Toegang, view: View): Promise<void> {
  await logInzage(inzage, { ...view, eind: nu(), verzoek: currentVerzoek() });
}

import type { Context } from "hono";
import {
  type Keuzeplek,
  type Samengeschreven,
  type Tekstsamenvoeging,
  voegTekstenSamen,
} from "#services/kader/samenvoeging.ts";
import { listVersies } from "#storage/eigen-document.repository.ts";
import type { Rooms } from "../../site.ts";
import { BotsingPage, type Botsingstand } from "./botsing-page.tsx";

/** What came of choosing: still to choose, or the whole text to look at before it is kept. */
export type Botsingsantwoord =
  | { readonly soort: "kiezen"; readonly pagina: Response | Promise<Response> }
  | (Samengeschreven & {
      readonly soort: "bekijken";
      readonly overgenomen: Tekstsamenvoeging["overgenomen"];
    });

type Kant = "ander" | "mijn";

/**
 * Lays what somebody sent beside what came since; undefined where the two cannot be laid side by
 * side: the document is gone, or a text cannot be read.
 */
export async function answerBotsing(
  c: Context,
  { db, frame }: Pick<Rooms, "db" | "frame">,
  stand: Botsingstand,
  form: Readonly<Record<string, unknown>>,
): Promise<Botsingsantwoord | undefined> {
  const versies = await listVersies(db, stand.id);
  const find = (nummer: number) => versies.find(({ versie }) => versie === nummer)?.tekst;
  const [was, ander] = [find(stand.van), find(stand.tegen)];
  if (ander === undefined) return undefined;
  const samen = voegTekstenSamen({
    ...(was === undefined ? {} : { was }),
    ...{ ander, mijn: stand.tekst, versie: stand.tegen + 1 },
  });
  if (!samen) return undefined;
  const gekozen = chosenIn(samen.keuzes, form);
  const open = samen.keuzes.filter(({ naam }) => !gekozen.has(naam));
  if (open.length === 0) {
    const { overgenomen } = samen;
    return { soort: "bekijken", overgenomen, ...samen.schrijf(gekozen) };
  }
  const asked = form.doen === "samenvoegen";
  const { keuzes, overgenomen } = samen;
  const around = { stand, keuzes, overgenomen, gekozen, open: asked ? open : [] };
  const page = <BotsingPage frame={frame(c)} {...around} />;
  return { soort: "kiezen", pagina: c.html(page, asked ? 422 : 409) };
}

function chosenIn(
  keuzes: readonly Keuzeplek[],
  form: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, Kant> {
  return new Map(
    keuzes.flatMap(({ naam }) => {
      const kant = form[`kies.${naam}`];
      return kant === "ander" || kant === "mijn" ? [[naam, kant] as const] : [];
    }),
  );
}

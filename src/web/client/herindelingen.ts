import type { z } from "zod";
import type { herindeling } from "#contract/api/herindeling.ts";
import { parseBreuk } from "#domain/breuk.ts";
import type { Overgang } from "#domain/herindeling.ts";
import { askApi } from "./vraag.ts";

type Antwoord = { readonly items: readonly Readonly<z.infer<typeof herindeling>>[] };

/** What happens together on a day, with what the gemeenten are called. */
export type Gebeurtenis = {
  readonly id: string;
  readonly datum: string;
  readonly zekerheid: "vast" | "aangekondigd";
  readonly bronnen: readonly string[];
  readonly namen: ReadonlyMap<string, string>;
  readonly overgangen: readonly Overgang[];
};

/** Every change of gemeenten that is known; none where the server does not say. */
export async function fetchHerindelingen(): Promise<readonly Gebeurtenis[]> {
  const answer = await askApi<Antwoord>("herindelingen?perPagina=1000");
  return answer.soort === "goed" ? answer.inhoud.items.map(toGebeurtenis) : [];
}

function toGebeurtenis({ van, naar, overgangen, ...rest }: Antwoord["items"][number]): Gebeurtenis {
  const { id, datum, zekerheid, bronnen } = rest;
  return {
    id,
    datum,
    zekerheid,
    bronnen,
    namen: new Map([...van, ...naar].map(({ code, naam }) => [code, naam])),
    overgangen: overgangen.map(({ deel, ...overgang }) => ({
      ...overgang,
      datum,
      zekerheid,
      bron: bronnen.join("; "),
      ...(deel === undefined ? {} : { deel: deel === "onbekend" ? deel : toDeel(deel) }),
    })),
  };
}

type Deel = Exclude<
  Antwoord["items"][number]["overgangen"][number]["deel"],
  "onbekend" | undefined
>;

/** A part that cannot be read is one of which nobody knows how large it is. */
function toDeel({ deel, laag, hoog, gewicht }: Deel): NonNullable<Overgang["deel"]> {
  const part = parseBreuk(`${deel}`);
  const [from, to] = [parseBreuk(`${laag ?? ""}`), parseBreuk(`${hoog ?? ""}`)];
  if (!part) return "onbekend";
  return { deel: part, gewicht, ...(from ? { laag: from } : {}), ...(to ? { hoog: to } : {}) };
}

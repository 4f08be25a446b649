import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import {
  beeindigMandaat,
  geefMandaat,
  nodigUit,
  schakelIn,
  schakelUit,
} from "#services/toegang/beheer.service.ts";
import type { Ingevuld } from "#services/toegang/beheer-invoer.ts";
import { asKenmerk } from "#services/toegang/geheim.ts";
import {
  beeindigBestuursmandaat,
  geefBestuursmandaat,
  haalWeg,
  maakKring,
  sluitKring,
  voegToe,
} from "#services/toegang/kringen.service.ts";
import { readOrganisatiebeeld } from "#services/toegang/organisatiebeeld.ts";
import type { Toegang } from "#services/toegang/toegang.ts";
import { MessagePage } from "../page/message-page.tsx";
import type { Rooms } from "../site.ts";
import { logView } from "./log-view.ts";
import { OrganisatiePage } from "./organisatie-page.tsx";

type Uitkomst = Awaited<ReturnType<typeof nodigUit>>;

/** What is asked to be done in a body: who asks, what the address names, what was filled in. */
type Vraag = {
  readonly plek: Parameters<typeof nodigUit>[1];
  /** What the address names below the body: a mandate, a person, a circle. */
  readonly ding: string;
  readonly lid: string;
  readonly ingevuld: Ingevuld;
};

/** By the address below that of the body, with the part of the page where it is told. */
const DADEN: Readonly<
  Record<
    string,
    { readonly doe: (toegang: Toegang, vraag: Vraag) => Promise<Uitkomst>; readonly deel: string }
  >
> = {
  uitnodigen: { doe: (t, { plek, ingevuld }) => nodigUit(t, plek, ingevuld), deel: "uitnodigen" },
  mandaten: { doe: (t, { plek, ingevuld }) => geefMandaat(t, plek, ingevuld), deel: "mandaat" },
  "mandaten/:ding/beeindigen": {
    doe: (t, { plek, ding }) => beeindigMandaat(t, plek, ding),
    deel: "mensen",
  },
  "personen/:ding/uitschakelen": {
    doe: (t, { plek, ding }) => schakelUit(t, plek, ding),
    deel: "mensen",
  },
  "personen/:ding/inschakelen": {
    doe: (t, { plek, ding }) => schakelIn(t, plek, ding),
    deel: "mensen",
  },
  kringen: { doe: (t, { plek, ingevuld }) => maakKring(t, plek, ingevuld), deel: "kringen" },
  "kringen/:ding/leden": {
    doe: (t, { plek, ding, ingevuld }) => voegToe(t, plek, ding, ingevuld),
    deel: "kringen",
  },
  "kringen/:ding/leden/:lid/verwijderen": {
    doe: (t, { plek, ding, lid }) => haalWeg(t, plek, ding, lid),
    deel: "kringen",
  },
  "kringen/:ding/sluiten": {
    doe: (t, { plek, ding }) => sluitKring(t, plek, ding),
    deel: "kringen",
  },
  bestuursmandaten: {
    doe: (t, { plek, ingevuld }) => geefBestuursmandaat(t, plek, ingevuld),
    deel: "bestuursmandaten",
  },
  "bestuursmandaten/:ding/beeindigen": {
    doe: (t, { plek, ding }) => beeindigBestuursmandaat(t, plek, ding),
    deel: "bestuursmandaten",
  },
};

const MEESTE_BYTES = 20_000;

/** A body for whoever acts for it: its people, their mandates, its circles. */
export function organisatieRoutes(app: Hono, rooms: Rooms): void {
  const { toegang } = rooms;
  if (!toegang) return;
  app.get("/organisaties/:id", (c) => show(c, rooms, toegang));
  app.use("/organisaties/*", bodyLimit({ maxSize: MEESTE_BYTES }));
  for (const [pad, { doe, deel }] of Object.entries(DADEN)) {
    app.post(`/organisaties/:id/${pad}`, async (c) => {
      const ingevuld = await readForm(c);
      const organisatie = asKenmerk(c.req.param("id") ?? "");
      const uitkomst = await doe(toegang, {
        plek: { wie: c.get("wie"), organisatie },
        ding: asKenmerk(c.req.param("ding") ?? ""),
        lid: asKenmerk(c.req.param("lid") ?? ""),
        ingevuld,
      });
      if (uitkomst.soort === "gedaan") {
        return c.redirect(`/organisaties/${organisatie}#${deel}`, 303);
      }
      if (uitkomst.soort === "niet-gevonden") return rooms.notFound(c, NIET_HIER);
      return show(c, rooms, toegang, { deel, fouten: uitkomst.fouten, ingevuld });
    });
  }
}

const NIET_HIER = "Dit is er niet, of u handelt er vandaag niet voor.";

type Gezegd = {
  readonly deel: string;
  readonly fouten: readonly string[];
  readonly ingevuld: Ingevuld;
};

async function show(
  c: Context,
  { frame, notFound }: Rooms,
  toegang: Toegang,
  gezegd?: Gezegd,
): Promise<Response> {
  const wie = c.get("wie");
  if (wie.persoon === undefined) {
    return c.html(
      <MessagePage frame={frame(c)} titel="Meld u eerst aan" aanmelden>
        <p>Wie voor een organisatie handelt, ziet hier wie dat nog meer doet.</p>
      </MessagePage>,
      403,
    );
  }
  const begin = toegang.nu();
  const beeld = await readOrganisatiebeeld(toegang, wie, asKenmerk(c.req.param("id") ?? ""));
  if (!beeld) return notFound(c, NIET_HIER);
  const betrokkenen = beeld.leden.map(({ persoon }) => persoon);
  await logView(toegang, { verwerking: "accounts-beheren", betrokkenen, begin });
  const page = <OrganisatiePage frame={frame(c)} beeld={beeld} {...(gezegd ? { gezegd } : {})} />;
  return c.html(page, gezegd ? 422 : 200);
}

async function readForm(c: Context): Promise<Ingevuld> {
  const form = await c.req.parseBody();
  const texts = Object.entries(form).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string",
  );
  return Object.fromEntries(texts.map(([name, text]) => [name, text.slice(0, 1_000)]));
}

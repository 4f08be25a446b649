import { ZICHTBAARHEDEN, type Zichtbaarheid } from "#domain/toegang.ts";
import type { Deelbeeld, Deelsoort } from "#services/toegang/delen.service.ts";
import type { Toegangslink } from "#storage/toegang.repository.ts";
import { documentAdres } from "../adres.ts";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";

type Props = {
  readonly frame: Frame;
  readonly beeld: Deelbeeld;
  /** That what was asked is done now. */
  readonly gedaan?: "bewaard" | "ingetrokken" | undefined;
  readonly fouten?: readonly string[];
};

/** Who sees something, in words that can stand after "Nu ziet het:". */
export const ZICHTWOORDEN: Readonly<Record<Zichtbaarheid, string>> = {
  prive: "alleen wie het maakte",
  organisatie: "mijn organisatie",
  kring: "mijn organisatie en een kring",
  regio: "iedereen met een account hier",
  openbaar: "iedereen, ook zonder account",
};

type Woorden = {
  /** What one choice holds for, and what others can do with it. */
  readonly uitleg: string;
  readonly vraag: string;
  readonly terug: string;
  readonly deel: "/verdeling" | "/documenten" | "/cijfers" | "/programmering";
};

const WOORDEN: Readonly<Record<Deelsoort, Woorden>> = {
  document: {
    uitleg:
      "Uw keuze geldt voor alle versies. Veranderen kan alleen uw eigen organisatie; een ander kan het document lezen en overnemen.",
    vraag: "Wie ziet dit document?",
    terug: "Geschiedenis van dit document",
    deel: "/documenten",
  },
  versie: {
    uitleg:
      "Uw keuze geldt voor deze versie alleen. Een ander kan haar lezen, en haar overnemen als eigen rekenblad. Veranderen kan niemand.",
    vraag: "Wie ziet deze versie?",
    terug: "Deze versie",
    deel: "/verdeling",
  },
  ronde: {
    uitleg:
      "Een gemeente kan haar cijfers alleen nakijken als zij de ronde ziet. Zij reageert met haar eigen account.",
    vraag: "Wie ziet deze ronde?",
    terug: "Deze ronde",
    deel: "/verdeling",
  },
  lijst: {
    uitleg:
      "Een blad laat deze woorden zien aan wie de lijst ziet. Veranderen kan alleen uw eigen organisatie.",
    vraag: "Wie ziet deze woorden?",
    terug: "Deze woorden",
    deel: "/verdeling",
  },
  levering: {
    uitleg:
      "Wat is overgenomen, ziet iedereen al: het geldt voor iedereen. Uw keuze gaat over wat nog niet is overgenomen. Het bestand zelf blijft bij uw organisatie.",
    vraag: "Wie ziet deze levering?",
    terug: "Deze levering",
    deel: "/cijfers",
  },
  fonds: {
    uitleg:
      "Wie het fonds ziet, ziet ook wat eruit is toegezegd. Boeken kan alleen uw eigen organisatie. Aan het fonds zelf verandert niets.",
    vraag: "Wie ziet dit fonds?",
    terug: "Dit fonds",
    deel: "/programmering",
  },
};

/** Where something is itself. */
export function dingAdres(soort: Deelsoort, id: string): string {
  switch (soort) {
    case "versie":
      return `/verdeling/versies/${id}`;
    case "ronde":
      return `/verdeling/correcties/${id}`;
    case "lijst":
      return `/verdeling/woordenlijsten/${id}`;
    case "levering":
      return `/inleveringen/${id}`;
    case "fonds":
      return `/fondsen/${id}`;
    case "document":
      return documentAdres(id);
  }
}

/** Who sees something now, from narrow to wide, another choice, and the links of before. */
export function DelenPage({ frame, beeld, gedaan, fouten = [] }: Props) {
  const { soort, id, titel, eigendom, kringen, links } = beeld;
  const { uitleg, vraag, terug, deel } = WOORDEN[soort];
  const own = dingAdres(soort, id);
  const now = eigendom?.zichtbaarheid ?? "openbaar";
  return (
    <Page frame={frame} titel={`Wie ziet ${titel}?`} deel={deel}>
      <Path href={soort === "document" ? `${own}/geschiedenis` : own}>{terug}</Path>
      <h1>Wie ziet {titel}?</h1>
      {gedaan === "bewaard" && (
        <Notice titel="Bewaard" bovenaan>
          <p>Nu ziet het: {ZICHTWOORDEN[now]}.</p>
        </Notice>
      )}
      {gedaan === "ingetrokken" && (
        <Notice titel="Ingetrokken" bovenaan>
          <p>Die link opent niets meer.</p>
        </Notice>
      )}
      {fouten.length > 0 && (
        <Notice titel="Er is niets veranderd" kies bovenaan>
          {fouten.map((tekst) => (
            <p>{tekst}</p>
          ))}
        </Notice>
      )}
      <p>{uitleg}</p>
      <form method="post">
        <fieldset>
          <legend>{vraag}</legend>
          {ZICHTBAARHEDEN.filter((one) => one !== "kring" || kringen.length > 0).map((one) => (
            <label class="vink">
              <input type="radio" name="zichtbaar" value={one} checked={one === now} required />
              {ZICHTWOORDEN[one]}
            </label>
          ))}
          {kringen.length > 0 && (
            <div class="veld">
              <label for="kring">Welke kring, als u een kring kiest</label>
              <select id="kring" name="kring">
                {kringen.map((kring) => (
                  <option value={kring.id} selected={kring.id === eigendom?.kring}>
                    {kring.naam}
                  </option>
                ))}
              </select>
            </div>
          )}
          <button type="submit">Bewaar</button>
        </fieldset>
      </form>
      {kringen.length === 0 && (
        <p class="klein">
          U zit in geen kring. Een kring maakt wie uw organisatie beheert, bij{" "}
          <a href="/account">uw account</a>.
        </p>
      )}
      {links.length > 0 && <Links links={links} />}
    </Page>
  );
}

/** What was a secret link still opens what it opened, until somebody ends it here. */
function Links({ links }: { readonly links: readonly Toegangslink[] }) {
  return (
    <>
      <h2>Geheime links van vroeger</h2>
      <p>
        Deze links zijn gemaakt toen er nog geen accounts waren. Wie er een heeft, kan er nog steeds
        mee wat erbij staat. Intrekken kan niet terug.
      </p>
      <ul class="lijst">
        {links.map((link) => (
          <li>
            <span>{describeLink(link)}</span>
            <form method="post">
              <button type="submit" class="rustig" name="intrekken" value={link.id}>
                Trek {nameLink(link)} in
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}

function nameLink({ naam, gemeente, recht }: Toegangslink): string {
  if (naam !== undefined) return `de link van «${naam}»`;
  return gemeente === undefined ? `de link om te ${recht}` : `de link van ${gemeente}`;
}

const RECHTEN: Readonly<Record<Toegangslink["recht"], string>> = {
  beheren: "mag alles: lezen, veranderen, delen en weggooien",
  meewerken: "mag lezen en meewerken",
  lezen: "mag lezen",
  nakijken: "mag op cijfers reageren",
};

function describeLink(link: Toegangslink): string {
  const name = nameLink(link);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${RECHTEN[link.recht]}.`;
}

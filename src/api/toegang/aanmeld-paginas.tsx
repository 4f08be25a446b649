import type { Identiteit } from "#services/toegang/aanbieder.ts";
import type { Aanmeldreden } from "#services/toegang/aanmeldfout.ts";
import { type Frame, Page } from "../page/layout.tsx";
import { MessagePage } from "../page/message-page.tsx";

type Props = { readonly frame: Frame };

const FOUTEN: Readonly<Record<Aanmeldreden, readonly [titel: string, uitleg: string]>> = {
  gestopt: [
    "U bent niet aangemeld",
    "U stopte bij het aanmelden. Er is niets veranderd. U kunt het opnieuw proberen.",
  ],
  ongeldig: [
    "Aanmelden lukte niet",
    "Het antwoord van de aanmelddienst klopte niet, daarom bent u niet aangemeld. Probeer het opnieuw. Blijft dit zo, zeg het dan aan wie Woonregie beheert.",
  ],
  "te-laag": [
    "Meld u sterker aan",
    "U bent aangemeld op een manier die voor Woonregie niet zeker genoeg is, bijvoorbeeld zonder tweede stap. Meld u bij uw organisatie aan met een tweede stap en probeer het opnieuw.",
  ],
  verlopen: [
    "Begin opnieuw met aanmelden",
    "Deze aanmelding duurde te lang, was al gebruikt, of begon in een andere browser. Er is niets veranderd.",
  ],
  onbereikbaar: [
    "De aanmelddienst antwoordt niet",
    "Woonregie kan de aanmelddienst van uw organisatie nu niet bereiken. Probeer het over enkele minuten opnieuw. Wat openbaar is, kunt u gewoon lezen.",
  ],
};

/** Why somebody was not signed in, and how to go on. */
export function AanmeldfoutPage({ frame, reden }: Props & { readonly reden: Aanmeldreden }) {
  const [titel, uitleg] = FOUTEN[reden];
  return (
    <MessagePage frame={frame} titel={titel}>
      <p>{uitleg}</p>
      <p>
        <a href="/aanmelden">Opnieuw aanmelden</a>
      </p>
    </MessagePage>
  );
}

/** Known to the provider, and nobody here asked them in: no rights, and how to get them. */
export function OnbekendPage({ frame, identiteit }: Props & { readonly identiteit: Identiteit }) {
  const { naam, email, sub, issuer } = identiteit;
  const titel = "U bent nog niet uitgenodigd";
  return (
    <Page frame={frame} titel={titel}>
      <h1>{titel}</h1>
      <p class="inleiding">
        Uw organisatie kent u, maar in Woonregie heeft nog niemand u een rol gegeven. U bent daarom
        niet aangemeld. Wat openbaar is, kunt u gewoon lezen.
      </p>
      <h2>Zo komt u binnen</h2>
      <p>
        Vraag de beheerder van uw organisatie in Woonregie om u uit te nodigen. Geef deze gegevens
        door; meld u daarna opnieuw aan.
      </p>
      <dl class="kenmerken">
        <dt>naam</dt>
        <dd>{naam}</dd>
        <dt>e-mailadres</dt>
        <dd>{email ?? "niet bevestigd door de aanmelddienst"}</dd>
        <dt>kenmerk</dt>
        <dd class="adres">{sub}</dd>
        <dt>aanmelddienst</dt>
        <dd class="adres">{issuer}</dd>
      </dl>
      <p>
        <a href="/aanmelden">Opnieuw aanmelden</a> of <a href="/">naar het begin</a>
      </p>
    </Page>
  );
}

/** An account that was switched off. */
export function UitgeschakeldPage({ frame }: Props) {
  return (
    <MessagePage frame={frame} titel="Uw account staat uit">
      <p>
        Een beheerder heeft uw account uitgezet. U bent niet aangemeld. Klopt dit niet, vraag het
        dan aan de beheerder van uw organisatie.
      </p>
    </MessagePage>
  );
}

/** Signed out here; and the way to sign out at the provider too, for a computer one shares. */
export function AfgemeldPage({ frame, verder }: Props & { readonly verder?: string }) {
  return (
    <MessagePage frame={frame} titel="U bent afgemeld">
      <p>Woonregie kent u in deze browser niet meer.</p>
      {verder !== undefined && (
        <p>
          Op een gedeelde computer? <a href={verder}>Meld u ook af bij de aanmelddienst</a>, anders
          kan een ander daar zonder wachtwoord weer als u binnenkomen.
        </p>
      )}
      <p>
        <a href="/aanmelden">Opnieuw aanmelden</a>
      </p>
    </MessagePage>
  );
}

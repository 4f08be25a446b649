import type { Uitgever } from "#services/opendata/uitgever.ts";

/** Where people can turn, or that nobody filled it in. */
export function Contact({ uitgever }: { readonly uitgever: Uitgever }) {
  const { ingevuld, naam, contact } = uitgever;
  if (!ingevuld) {
    return (
      <>
        <p>
          <strong>Niet ingevuld.</strong> Wie deze installatie beheert, heeft nog niet gezegd wie
          dat is en hoe u haar bereikt.
        </p>
        <p class="klein">
          Bent u dat zelf? Zet het in de instellingen <code>WOONREGIE_UITGEVER</code> en{" "}
          <code>WOONREGIE_CONTACT_EMAIL</code> of <code>WOONREGIE_CONTACT_URL</code>.
        </p>
      </>
    );
  }
  const { email, url } = contact;
  return (
    <p>
      {naam}
      {contact.naam !== naam && `, ${contact.naam}`}
      {email && (
        <>
          , <a href={`mailto:${email}`}>{email}</a>
        </>
      )}
      {url && (
        <>
          , <a href={url}>{url}</a>
        </>
      )}
      .
    </p>
  );
}

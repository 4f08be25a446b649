import type { Uitgever } from "#services/opendata/uitgever.ts";

/** Where people can turn, or that nobody filled it in. */
export function Contact({ uitgever }: { readonly uitgever: Uitgever }) {
  const { ingevuld, naam, contact } = uitgever;
  if (!ingevuld) {
    return (
      <p>
        <strong>Niet ingevuld.</strong> Wie deze installatie beheert, noemt hier wie zij is en hoe u
        haar bereikt (WOONREGIE_UITGEVER met WOONREGIE_CONTACT_EMAIL of WOONREGIE_CONTACT_URL).
      </p>
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

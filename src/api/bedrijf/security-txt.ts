import type { Uitgever } from "#services/opendata/uitgever.ts";

const DAYS_VALID = 180;
const DAY_MS = 86_400_000;

/**
 * Where to tell of a leak (RFC 9116); undefined where this installation names nobody.
 *
 * It is made when it is asked for, so that it never lapses while the server runs, and every server
 * of one installation gives the same.
 */
export function securityTxt(
  { beveiliging }: Pick<Uitgever, "beveiliging">,
  adres: string,
  nu: Date,
): string | undefined {
  if (!beveiliging) return undefined;
  const today = nu.getTime() - (nu.getTime() % DAY_MS);
  const expires = new Date(today + DAYS_VALID * DAY_MS);
  const { contact, beleid } = beveiliging;
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    "Preferred-Languages: nl, en",
    ...(adres.startsWith("https://") ? [`Canonical: ${adres}/.well-known/security.txt`] : []),
    ...(beleid ? [`Policy: ${beleid}`] : []),
  ];
  return `${lines.join("\n")}\n`;
}

import type { Verdelingsvraag } from "./stapcontext.ts";

/** What an outcome rests on that nobody has sourced: said beside it, always. */
export function describeAannames({ document, gebied, ingevuld }: Verdelingsvraag): string[] {
  const parameters = Object.entries(document.parameters).flatMap(([naam, { zekerheid }]) => {
    if (naam in ingevuld.parameters) return [`«${naam}» is voor deze berekening ingevuld.`];
    return zekerheid === "aanname" ? [`«${naam}» is een aanname.`] : [];
  });
  const members = gebied.eenheden.filter(({ aanname }) => aanname !== undefined);
  if (members.length === 0) return parameters;
  const who =
    members.length === gebied.eenheden.length
      ? "Welke gemeenten erbij horen,"
      : `Dat ${members.map(({ naam }) => naam).join(", ")} erbij ${members.length > 1 ? "horen" : "hoort"},`;
  return [...parameters, `${who} is een aanname.`];
}

import { parseBreuk } from "#domain/breuk.ts";
import { formatExact, formatMoment, formatProcent } from "#domain/notatie.ts";
import type { Herkomst, Verantwoording } from "#domain/verantwoording.ts";
import type { Punt } from "./stuk.ts";
import type { Werk } from "./werk.ts";

/** The account of a number as a list: each line what it is and how much, and below it why. */
export function accountPunt(account: Verantwoording, werk: Werk): Punt {
  const { wat, herkomst, delen } = account;
  const value = herkomst ? figureText(account, herkomst, werk) : valueText(account);
  const name = herkomst ? titleOf(wat, werk) : wat;
  const joint = name.includes(":") ? " → " : ": ";
  const source = herkomst ? ` (${sourceText(herkomst)})` : "";
  return {
    tekst: `${name}${value ? `${joint}${value}` : ""}${source}`,
    ...(delen.length > 0 ? { punten: delen.map((part) => accountPunt(part, werk)) } : {}),
  };
}

function titleOf(wat: string, { blad }: Werk): string {
  const [indicator, ...cel] = wat.split(".");
  const titel = blad.cijfers.find((item) => item.indicator === indicator)?.titel;
  return titel ? [titel, ...cel].join(", ") : wat;
}

/** A figure in its unit: a share as a percentage. */
function figureText(account: Verantwoording, { indicator }: Herkomst, { blad }: Werk): string {
  const eenheid = blad.cijfers.find((item) => item.indicator === indicator)?.eenheid;
  const [midden, laag, hoog] = [account.waarde, account.laag, account.hoog].map((text) =>
    parseBreuk(text ?? ""),
  );
  if (eenheid !== "deel" || !midden) {
    return valueText({ ...account, ...(eenheid ? { eenheid } : {}) });
  }
  const band = laag && hoog ? ` (${formatProcent(laag, 2)} tot ${formatProcent(hoog, 2)})` : "";
  return `${formatProcent(midden, 2)}${band}`;
}

function valueText({ waarde, laag, hoog, eenheid }: Verantwoording): string {
  if (waarde === undefined) return "";
  const wide = laag !== undefined && hoog !== undefined;
  const band = wide ? ` (${formatExact(laag)} tot ${formatExact(hoog)})` : "";
  const exact = waarde.split(" ").map(formatExact).join(" ");
  return `${exact}${band}${eenheid ? ` ${eenheid}` : ""}`;
}

function sourceText({ moment, bron, betrouwbaarheid, opmerking }: Herkomst): string {
  const words = [moment ? formatMoment(moment) : "", betrouwbaarheid ?? "", bron].filter(Boolean);
  return `${words.join(", ")}${opmerking ? `. Let op: ${opmerking}` : ""}`;
}

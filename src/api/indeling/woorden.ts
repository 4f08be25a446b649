import type { Indeling } from "#domain/indeling.ts";

const SOORTEN: Readonly<Record<string, string>> = {
  woningmarktregio: "woningmarktregio (Huisvestingswet)",
  woningbouwregio: "woningbouwregio",
  samenwerking: "samenwerking",
  corop: "COROP-gebied",
  provincie: "provincie",
};

/** The soort regio in words, with the option where it is not how things are now. */
export function describeSoortRegio({ soortRegio, optie }: Indeling): string {
  const soort = SOORTEN[soortRegio] ?? soortRegio;
  return optie && optie !== "bestaand" ? `${soort}, ${optie}` : soort;
}

const ZEKERHEDEN: Readonly<Record<string, string>> = {
  vast: "vast",
  aanname: "aanname",
  onzeker: "onzeker: eerst een besluit",
};

export function describeZekerheid(zekerheid: string): string {
  return ZEKERHEDEN[zekerheid] ?? zekerheid;
}

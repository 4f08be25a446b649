import type { Inleverkop } from "#domain/inlevering.ts";

/** A made-up table with a few mistakes in it, to see how delivering goes. */
export const VOORBEELD: {
  readonly bestandsnaam: string;
  readonly bytes: Uint8Array;
  readonly kop: Inleverkop;
} = {
  bestandsnaam: "voorbeeld.csv",
  bytes: new TextEncoder().encode(
    [
      "Voorbeeld: verzonnen cijfers;;",
      "Gemeente;Nieuwbouw 2026;Plancapaciteit 2026 t/m 2030",
      "Alblasserdam;85;1.050",
      "Dordregt;640;6.900",
      "Gorinchem;120,5;1.400",
      "Hardinxveld-Giessendam;70;n.b.",
      "Papendrecht;110;1,250",
      "Sliedrecht;veel;900",
      "Totaal;1.100;11.500",
      "",
    ].join("\r\n"),
  ),
  kop: { afzender: "Voorbeeld", bron: "voorbeeld, verzonnen", status: "voorbeeld" },
};

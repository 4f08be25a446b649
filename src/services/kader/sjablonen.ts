import type { Soort } from "#domain/kop.ts";

const HEAD = (soort: Soort, onderwerp: string, more = "") => `soort: ${soort}
id: mijn-${soort}
titel: Geef dit document een titel
onderwerp: ${onderwerp}
${more}bron: Noem het stuk waar dit uit komt
status: concept
`;

/** A text to begin with, for each soort: it can be read, and every line of it is to be changed. */
export const SJABLONEN: Readonly<Record<Soort, string>> = {
  verdeling: `${HEAD("verdeling", "urgenten", "spoor: 2 # 1 woningen, 2 toewijzing, 3 zorg, 4 samenwerking\n")}
opgave:
  aantal: urgenten # een cijfer, een getal of { van: 420, tot: 480 }
  uit: vrijkomende-sociale-huurwoningen
stappen:
  - over: gemeenten
    sleutel: { naar-rato-van: inwoners }
`,
  toets: `${HEAD("toets", "betaalbaarheid")}
niveau: [gemeente]
eisen:
  genoeg-sociale-huur:
    aandeel: sociale-huurwoningen
    van: woningvoorraad
    minstens: 30 %
`,
  indeling: `${HEAD("indeling", "indeling")}
soort-regio: samenwerking
peildatum: 2026-01-01
regios:
  mijn-regio:
    titel: Mijn regio
    gemeenten: [GM0505 Dordrecht, GM0642 Zwijndrecht]
`,
  indicator: `${HEAD("indicator", "algemeen")}
eenheid: woningen
niveau: [gemeente]
meetmoment: peildatum # of periode
`,
  rangorde: `${HEAD("rangorde", "woonwagens")}
van: zoekers
voor: een standplaats
volgorde:
  - eerst: { kenmerk: woont-in-regio, is: ja }
  - hoogste: inschrijfduur
`,
  traject: `${HEAD("traject", "samenwerking")}
voor: een afspraak in de regio
stappen:
  - naam: bespreking
    titel: De werkgroep bespreekt het voorstel
    trekker: werkgroep
    bewijs: [{ stuk: verslag }]
  - naam: besluit
    titel: Elk college besluit
    trekker: gemeente
    besluit: { orgaan: college, voor-elk: gemeente }
`,
  kader: `${HEAD("kader", "samenwerking")}
partijen:
  - { wie: gemeenten, soort: gemeente, rol: ondertekenaar }
onderdelen:
  bemiddelingstafel:
    spoor: 4
    thema: toewijzing
    niet-berekenbaar: wat u afspreekt en een computer niet kan uitrekenen
    eigenaar: regio
`,
};

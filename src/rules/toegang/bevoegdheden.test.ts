import { describe, expect, it } from "vitest";
import { BEVOEGDHEDEN } from "./bevoegdheden.ts";

/** Written out by hand, line by line, as the design and the law have it: not made of the table. */
const GESCHREVEN = `
vaststellen                | rijk               | overal            | minister
vaststellen                | provincie          | bevoegd-orgaan    | provinciale-staten gedeputeerde-staten
vaststellen                | gemeente           | bevoegd-orgaan    | raad college
cijfers-inleveren          | rijk               | overal            | ambtelijk
cijfers-inleveren          | provincie          | eigen-gebied      | ambtelijk
cijfers-inleveren          | gemeente           | eigen-gebied      | college ambtelijk
cijfers-inleveren          | regio              | eigen-gebied      | kernteam programmateam
cijfers-inleveren          | bureau             | eigen-gebied      | medewerker
cijfers-inleveren          | corporatie         | eigen-organisatie | medewerker
cijfers-inleveren          | zorgaanbieder      | eigen-organisatie | medewerker
cijfers-inleveren          | zorgkantoor        | eigen-organisatie | medewerker
cijfers-inleveren          | uitvoerder         | eigen-organisatie | medewerker
cijfers-ophalen            | rijk               | overal            | ambtelijk
cijfers-ophalen            | provincie          | overal            | ambtelijk
cijfers-ophalen            | regio              | overal            | kernteam programmateam
cijfers-nakijken           | gemeente           | eigen-gebied      | college ambtelijk
correctieronde-houden      | provincie          | eigen-gebied      | ambtelijk
correctieronde-houden      | regio              | eigen-gebied      | kernteam programmateam
correctieronde-houden      | bureau             | eigen-gebied      | medewerker
documenten-bewaren         | rijk               | overal            | ambtelijk
documenten-bewaren         | provincie          | overal            | ambtelijk
documenten-bewaren         | gemeente           | overal            | ambtelijk
documenten-bewaren         | regio              | overal            | kernteam programmateam
documenten-bewaren         | bureau             | overal            | medewerker
versies-bewaren            | rijk               | overal            | minister ambtelijk
versies-bewaren            | provincie          | overal            | provinciale-staten gedeputeerde-staten ambtelijk
versies-bewaren            | gemeente           | overal            | raad college ambtelijk
versies-bewaren            | corporatie         | overal            | medewerker
versies-bewaren            | huurdersorganisatie | overal           | medewerker
versies-bewaren            | zorgaanbieder      | overal            | medewerker
versies-bewaren            | zorgkantoor        | overal            | medewerker
versies-bewaren            | uitvoerder         | overal            | medewerker
versies-bewaren            | regio              | overal            | kernteam programmateam
versies-bewaren            | bureau             | overal            | medewerker
woordenlijst-maken         | provincie          | eigen-gebied      | ambtelijk
woordenlijst-maken         | regio              | eigen-gebied      | kernteam programmateam
fondsen-bijhouden          | rijk               | eigen-organisatie | minister ambtelijk
fondsen-bijhouden          | provincie          | eigen-organisatie | ambtelijk
fondsen-bijhouden          | gemeente           | eigen-organisatie | ambtelijk
fondsen-bijhouden          | regio              | eigen-organisatie | kernteam programmateam
fondsen-bijhouden          | bureau             | eigen-organisatie | medewerker
opmerkingen-maken          | rijk               | overal            | minister ambtelijk
opmerkingen-maken          | provincie          | overal            | provinciale-staten gedeputeerde-staten ambtelijk
opmerkingen-maken          | gemeente           | overal            | raad college ambtelijk
opmerkingen-maken          | corporatie         | overal            | medewerker
opmerkingen-maken          | huurdersorganisatie | overal           | medewerker
opmerkingen-maken          | zorgaanbieder      | overal            | medewerker
opmerkingen-maken          | zorgkantoor        | overal            | medewerker
opmerkingen-maken          | uitvoerder         | overal            | medewerker
opmerkingen-maken          | regio              | overal            | kernteam programmateam
opmerkingen-maken          | bureau             | overal            | medewerker
opmerkingen-beantwoorden   | gemeente           | eigen-gebied      | college ambtelijk
kringen-maken              | rijk               | eigen-organisatie | ambtelijk beheerder
kringen-maken              | provincie          | eigen-organisatie | ambtelijk beheerder
kringen-maken              | gemeente           | eigen-organisatie | ambtelijk beheerder
kringen-maken              | corporatie         | eigen-organisatie | beheerder
kringen-maken              | huurdersorganisatie | eigen-organisatie | beheerder
kringen-maken              | zorgaanbieder      | eigen-organisatie | beheerder
kringen-maken              | zorgkantoor        | eigen-organisatie | beheerder
kringen-maken              | uitvoerder         | eigen-organisatie | beheerder
kringen-maken              | regio              | eigen-organisatie | kernteam programmateam beheerder
kringen-maken              | bureau             | eigen-organisatie | medewerker beheerder
personen-beheren           | elke               | eigen-organisatie | beheerder
apisleutels-beheren        | elke               | eigen-organisatie | beheerder
bestuursmandaat-geven      | gemeente           | eigen-organisatie | college
urgentieverklaring-afgeven | gemeente           | eigen-gebied      | college
urgentieverklaring-afgeven | uitvoerder         | bestuursmandaat   | medewerker
`;

const SOORTEN =
  "rijk provincie gemeente corporatie huurdersorganisatie zorgaanbieder zorgkantoor uitvoerder regio bureau";

describe("the table of powers", () => {
  it("F225 is what was agreed: a line more, a line less or a wider place is told here", () => {
    const written = GESCHREVEN.trim()
      .split("\n")
      .flatMap((line) => {
        const [handeling, soort = "", waar, rollen] = line.split("|").map((part) => part.trim());
        const soorten = soort === "elke" ? SOORTEN.split(" ") : [soort];
        return soorten.map((one) => `${handeling} | ${one} | ${waar} | ${rollen}`);
      });
    const table = BEVOEGDHEDEN.map(
      ({ handeling, soort, waar, rollen }) =>
        `${handeling} | ${soort} | ${waar} | ${rollen.join(" ")}`,
    );
    expect(table.toSorted()).toEqual(written.toSorted());
  });
});

import type { Vergelijking } from "#domain/eis.ts";
import { codewoorden, type Ruimte } from "./context.ts";
import { createUitspraak, type Uitspraak } from "./uitspraak.ts";
import { describeVergelijking } from "./vergelijkingzin.ts";
import { definite } from "./woorden.ts";
import { field, phrase } from "./zin.ts";

const WERKWOORD =
  /^(is|woont|werkt|heeft|zoekt|krijgt|komt|studeert|verhuist|stopt|gebruikt) (.+)$/;
const DEELWOORD =
  /^(?!gebied$|gewicht$|geld$|beleid$|gezond$)(ge|be|ver|ont|her|aan|af|vrij|toe|vast|op|in|uit|over)[a-z]+(d|t|en)$/;

/** A coded field: "wie aangewezen is", "wie in de regio woont", "de relatie is kind of ouder". */
export function describeKenmerk(
  naam: string,
  vergelijking: Vergelijking,
  pad: string,
  ruimte: Ruimte,
): Uitspraak {
  const answer = vergelijking.soort === "is" ? vergelijking.codes.join() : "";
  const words = codewoorden(naam, ruimte);
  if (answer === "ja" || answer === "nee")
    return describeJaNee(words, answer, `${pad}.is`, ruimte.iemand);
  const name = ruimte.context.cijfers?.[naam] ?? words;
  return createUitspraak({
    onderwerp: field(definite(name), `${pad}.kenmerk`),
    werkwoord: "is",
    rest: describeVergelijking(vergelijking, pad, ruimte, "gelijk aan"),
  });
}

function describeJaNee(
  words: string,
  answer: "ja" | "nee",
  pad: string,
  iemand: string,
): Uitspraak {
  const not = answer === "nee" ? "niet " : "";
  const verb = WERKWOORD.exec(words);
  if (verb?.[1] && verb[2]) {
    const none = not !== "" && /^(is|heeft|krijgt|zoekt|gebruikt)$/.test(verb[1]) ? "geen " : not;
    return createUitspraak({ iemand, werkwoord: verb[1], rest: field(`${none}${verb[2]}`, pad) });
  }
  if (DEELWOORD.test(words)) {
    return createUitspraak({ iemand, werkwoord: "is", rest: field(`${not}${words}`, pad) });
  }
  return createUitspraak({
    iemand,
    werkwoord: "voldoet",
    rest: "",
    na: phrase(not.trim(), "aan", field(words, pad)),
  });
}

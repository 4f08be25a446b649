import type { Parameterwaarde } from "#domain/kop.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import { isExact } from "./band.ts";
import type { Lezing, Noot } from "./leesgeheugen.ts";
import { indicatorOf, type Leesstaat } from "./leesstaat.ts";
import { readParameter } from "./parameter.ts";
import { noteMissed, noteUsed } from "./waargenomen.ts";

/** Reads with an ear for what is noted, where a next run is to know it too. */
export function listen<T>(state: Leesstaat, lezing: Lezing, read: () => T): T {
  if (!state.gehoord) return read();
  state.gehoord.add(lezing);
  const around = state.noten;
  around?.push({ soort: "lezing", lezing });
  state.noten = lezing.noten;
  try {
    return read();
  } finally {
    state.noten = around;
  }
}

/** What was read before, with all that was noted then noted in this run as well. */
export function hear(state: Leesstaat, lezing: Lezing): Bandbreedte | undefined {
  state.noten?.push({ soort: "lezing", lezing });
  if (state.gehoord && !state.gehoord.has(lezing)) {
    const around = state.noten;
    state.noten = undefined;
    repeat(state, state.gehoord, lezing);
    state.noten = around;
  }
  return lezing.band;
}

function repeat(state: Leesstaat, gehoord: Set<Lezing>, lezing: Lezing): void {
  gehoord.add(lezing);
  for (const noot of lezing.noten) {
    if (noot.soort !== "lezing") repeatNote(state, noot);
    else if (!gehoord.has(noot.lezing)) repeat(state, gehoord, noot.lezing);
  }
}

function repeatNote(state: Leesstaat, noot: Exclude<Noot, { soort: "lezing" }>): void {
  switch (noot.soort) {
    case "gebruikt":
      noteUsed(state, noot.waarneming);
      break;
    case "gemist":
      noteMissed(state, noot);
      break;
    case "parameter":
      parameterOf(state, noot.naam);
      break;
    case "indicator":
      indicatorOf(state, noot.naam);
      break;
    case "gevraagd":
      state.vraag.cijfers.find(noot.indicator, noot.gebied);
      break;
  }
}

/** What a parameter holds; that it leaves room, or must be filled in first, is noted. */
export function parameterOf(
  state: Leesstaat,
  naam: string,
): Bandbreedte | Parameterwaarde | undefined {
  const parameter = state.vraag.document.parameters[naam];
  if (!parameter) return undefined;
  state.noten?.push({ soort: "parameter", naam });
  const stand = readParameter(
    naam,
    parameter,
    state.vraag.ingevuld.parameters[naam],
    state.vraag.periode ?? state.vraag.op,
  );
  if (stand.soort === "melding") {
    state.meldingen.set(naam, stand.melding);
    return undefined;
  }
  if (stand.soort === "anders") return stand.waarde;
  if (!isExact(stand.band)) state.wide.add(naam);
  return stand.band;
}

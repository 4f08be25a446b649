import type { Command } from "./command.ts";
import { BEHEER } from "./commands/beheer.ts";
import { BIBLIOTHEEK } from "./commands/bibliotheek.ts";
import { CONTROLEER } from "./commands/controleer.ts";
import { DOCUMENTEN } from "./commands/documenten.ts";
import { EXPORTEER } from "./commands/exporteer.ts";
import { HERBEREKEN } from "./commands/herbereken.ts";
import { IMPORTEER } from "./commands/importeer.ts";
import { KADER } from "./commands/kader.ts";
import { OPHALEN } from "./commands/ophalen.ts";
import { RANGSCHIK } from "./commands/rangschik.ts";
import { START } from "./commands/start.ts";
import { TOETS } from "./commands/toets.ts";
import { TOON } from "./commands/toon.ts";
import { TRAJECT } from "./commands/traject.ts";
import { VERDEEL } from "./commands/verdeel.ts";
import { VERGELIJK } from "./commands/vergelijk.ts";

/** Commands for one kind of work, as help shows them together. */
export type CommandGroup = { readonly title: string; readonly commands: readonly Command[] };

/** Everything `woonregie` can do, in the order of the work. What a command needs is loaded when it runs. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  { title: "Kijken wat er is", commands: [TOON, BIBLIOTHEEK, VERGELIJK] },
  { title: "Uitvoeren", commands: [VERDEEL, EXPORTEER, TOETS, RANGSCHIK, TRAJECT, KADER] },
  { title: "Cijfers erin", commands: [OPHALEN] },
  { title: "Zelf schrijven en narekenen", commands: [CONTROLEER, DOCUMENTEN, HERBEREKEN] },
  { title: "Het programma zelf", commands: [START, IMPORTEER, BEHEER] },
];

export const COMMANDS: readonly Command[] = COMMAND_GROUPS.flatMap(({ commands }) => commands);

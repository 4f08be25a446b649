import type { Command } from "./command.ts";
import { BEHEER } from "./commands/beheer.ts";
import { BIBLIOTHEEK } from "./commands/bibliotheek.ts";
import { CONTROLEER } from "./commands/controleer.ts";
import { HERBEREKEN } from "./commands/herbereken.ts";
import { KADER } from "./commands/kader.ts";
import { RANGSCHIK } from "./commands/rangschik.ts";
import { START } from "./commands/start.ts";
import { TOETS } from "./commands/toets.ts";
import { TOON } from "./commands/toon.ts";
import { TRAJECT } from "./commands/traject.ts";
import { VERDEEL } from "./commands/verdeel.ts";
import { VERGELIJK } from "./commands/vergelijk.ts";

/** Everything `woonregie` can do, in the order of help. What a command needs is loaded when it runs. */
export const COMMANDS: readonly Command[] = [
  VERDEEL,
  TOETS,
  RANGSCHIK,
  VERGELIJK,
  TRAJECT,
  KADER,
  TOON,
  BIBLIOTHEEK,
  CONTROLEER,
  HERBEREKEN,
  START,
  BEHEER,
];

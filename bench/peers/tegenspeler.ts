import type { Loper } from "../meting.ts";
import type { Regelproces } from "../regelproces.ts";

/** Another program on the same input: how fast it is, and what comes out. */
export type Tegenspeler = {
  readonly naam: string;
  readonly loper: (taak: string, invoer: string) => Loper;
  readonly uitkomst: (taak: string, invoer: string) => Promise<readonly (readonly number[])[]>;
  readonly close: () => void;
};

/** A peer that is there, or how a reader gets it. */
export type Gevonden =
  | { readonly soort: "aanwezig"; readonly speler: Tegenspeler; readonly bouw?: string }
  | { readonly soort: "afwezig"; readonly naam: string; readonly hoe: string };

/** A peer that works in a program of its own; only its own clock counts, never the pipe. */
export function overRegels(naam: string, process: Regelproces): Tegenspeler {
  return {
    naam,
    loper: (taak, invoer) => ({
      naam,
      time: async (keer) => {
        const answer = await process.ask({ taak, naam: invoer, keer });
        return answer.ms as readonly number[];
      },
    }),
    uitkomst: async (taak, invoer) => {
      const answer = await process.ask({ taak, naam: invoer, uitkomst: true });
      return answer.uitkomst as readonly (readonly number[])[];
    },
    close: process.close,
  };
}

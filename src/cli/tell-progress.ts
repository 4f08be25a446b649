import type { OpenStep } from "#storage/database.ts";
import type { Surroundings } from "./surroundings.ts";

const STEPS: Readonly<Record<OpenStep, string>> = {
  aanmaken: "De database wordt aangemaakt; dat duurt enkele seconden …",
  openen: "",
  bijwerken: "De database wordt bijgewerkt …",
};

/** Says what opening the database is busy with, where that takes long. */
export function tellProgress({ warn }: Pick<Surroundings, "warn">): (step: OpenStep) => void {
  return (step) => {
    if (STEPS[step]) warn(`${STEPS[step]}\n`);
  };
}

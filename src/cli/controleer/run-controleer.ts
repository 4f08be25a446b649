import type { Asked } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { Surroundings } from "../surroundings.ts";

export async function runControleer(_asked: Asked, _around: Surroundings): Promise<ExitCode> {
  return EXIT.gedaan;
}

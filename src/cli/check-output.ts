import type { Asked } from "./command.ts";

/** What cannot go together in how an outcome is asked. */
export function checkOutput(asked: Asked): readonly string[] {
  return [
    ...(asked.has("json") && asked.has("csv") ? ["Kies «--json» of «--csv», niet allebei."] : []),
    ...(asked.has("csv") && asked.has("uitleg")
      ? ["Een uitleg past niet in csv. Kies «--json» of laat «--csv» weg."]
      : []),
  ];
}

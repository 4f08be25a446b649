import { type Inzage, readInzagen } from "#storage/inzage.repository.ts";
import type { Asked } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { Surroundings } from "../surroundings.ts";
import { tellProgress } from "../tell-progress.ts";
import { UsageError } from "../usage-error.ts";

const STATUS = { Unset: 0, Ok: 1, Error: 2 } as const;

/** Gives the access log out for a period, a line of JSON for each person each time. */
export async function runInzagelogboek(asked: Asked, around: Surroundings): Promise<ExitCode> {
  const [van, tot] = [asked.one("van") ?? "", asked.one("tot") ?? ""];
  const wrong = [
    ...(isDag(van) ? [] : [`--van is «${van}». Schrijf de eerste dag als 2026-11-01.`]),
    ...(isDag(tot) ? [] : [`--tot is «${tot}». Schrijf de laatste dag als 2026-11-30.`]),
  ];
  if (wrong.length > 0) throw new UsageError(wrong);
  const database = await around.openDatabase(
    "woonregie beheer inzagelogboek",
    tellProgress(around),
  );
  try {
    for await (const inzage of readInzagen(database.eigenaar, van, tot)) {
      around.write(`${JSON.stringify(toLogregel(inzage))}\n`);
    }
    return EXIT.gedaan;
  } finally {
    await database.close();
  }
}

function isDag(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** In the names of Logboek Dataverwerkingen 1.0; times in milliseconds since 1970. */
function toLogregel(inzage: Inzage) {
  const { traceId, operatie, ouder, naam, begin, eind, status } = inzage;
  return {
    ...{ trace_id: traceId, span_id: operatie },
    ...(ouder === undefined ? {} : { parent_span_id: ouder }),
    ...{ name: naam, start_time: begin, end_time: eind, status_code: STATUS[status] },
    attributes: {
      "dpl.core.processing_activity_id": inzage.verwerking,
      "dpl.core.data_subject_id": inzage.betrokkene,
      "dpl.core.data_subject_id_type": inzage.betrokkeneSoort,
    },
  };
}

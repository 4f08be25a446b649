import { useEffect, useState } from "react";
import { type Correctieronde, fetchRonde } from "../../client/correcties.ts";
import type { Kanttekeningen } from "./kanttekening.tsx";
import { dagVan } from "./versies-tekst.tsx";

/** What stands beside the figures of each gemeente in a correction round; by code. */
export type Nagekeken = ReadonlyMap<string, string>;

/** Asks how far the round of a sheet is; undefined where the sheet names none. */
export function useNagekeken(ronde: string | undefined): Nagekeken | undefined {
  const [stand, setStand] = useState<{ readonly van: string; readonly nagekeken: Nagekeken }>();
  useEffect(() => {
    if (!ronde) return;
    let here = true;
    fetchRonde(ronde).then((read) => {
      if (here && read.soort === "goed") {
        setStand({ van: ronde, nagekeken: readNagekeken(read.inhoud) });
      }
    });
    return () => {
      here = false;
    };
  }, [ronde]);
  return stand && stand.van === ronde ? stand.nagekeken : undefined;
}

export function readNagekeken({ gemeenten }: Pick<Correctieronde, "gemeenten">): Nagekeken {
  return new Map(gemeenten.map((item) => [item.gemeente, standText(item)]));
}

/** The notes beside the numbers, with how far each gemeente is put first. */
export function withNagekeken(
  bij: Kanttekeningen,
  nagekeken: Nagekeken | undefined,
): Kanttekeningen {
  if (!nagekeken) return bij;
  const { ernaast = new Map<string, readonly string[]>() } = bij;
  const ids = new Set([...ernaast.keys(), ...nagekeken.keys()]);
  const notes = [...ids].map((id): readonly [string, readonly string[]] => {
    const own = nagekeken.get(id);
    return [id, [...(own ? [own] : []), ...(ernaast.get(id) ?? [])]];
  });
  return { ...bij, ernaast: new Map(notes) };
}

function standText({ stand, reacties }: Correctieronde["gemeenten"][number]): string {
  if (stand === "niet gereageerd") return "cijfers nog niet nagekeken";
  const last = reacties.filter(({ soort }) => soort === stand).at(-1);
  return last ? `cijfers ${stand} op ${dagVan(last.op)}` : `cijfers ${stand}`;
}

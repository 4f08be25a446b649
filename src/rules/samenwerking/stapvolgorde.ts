import type { Traject, Trajectstap } from "#domain/traject.ts";

export const EINDE = "einde";

type Weg = Trajectstap["verder"][number];

/** The ways on from a step: what it says itself, else the next in the list, else the end. */
export function wegenVan(stap: Trajectstap, { stappen }: Pick<Traject, "stappen">): readonly Weg[] {
  if (stap.verder.length > 0) return stap.verder;
  return [{ naar: stappen[stappen.indexOf(stap) + 1]?.naam ?? EINDE }];
}

/** The way that is sure to be gone, because there is no other and nobody decides it. */
function zekereWeg(stap: Trajectstap, document: Pick<Traject, "stappen">): Weg | undefined {
  const [only, ...others] = wegenVan(stap, document);
  return only && others.length === 0 && !only.als && only.door === undefined ? only : undefined;
}

/** The steps that surely come after this one, in order, up to where somebody chooses. */
export function zekerNa(naam: string, document: Pick<Traject, "stappen">): readonly Trajectstap[] {
  const found: Trajectstap[] = [];
  let at = document.stappen.find((stap) => stap.naam === naam);
  while (at) {
    const next = zekereWeg(at, document)?.naar;
    const stap = document.stappen.find((item) => item.naam === next);
    if (!stap || stap.naam === naam || found.includes(stap)) return found;
    found.push(stap);
    at = stap;
  }
  return found;
}

/** Whether a step asks for nothing that can be seen, so that people must say when it is done. */
export function vraagtNiets(stap: Trajectstap, document: Pick<Traject, "stappen">): boolean {
  const asks = stap.bewijs.length > 0 || stap.pasAls !== undefined || stap.besluit !== undefined;
  const chooses = wegenVan(stap, document).some(({ als, door }) => als || door !== undefined);
  return !asks && !chooses;
}

/** Every step that can still come after this one, itself among them where a way leads back. */
export function bereikbaarVan(
  naam: string,
  document: Pick<Traject, "stappen">,
): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [naam];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const stap = document.stappen.find((item) => item.naam === at);
    for (const { naar } of stap ? wegenVan(stap, document) : []) {
      if (found.has(naar)) continue;
      found.add(naar);
      open.push(naar);
    }
  }
  return found;
}

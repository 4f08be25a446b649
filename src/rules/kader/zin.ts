/**
 * A piece of a sentence: plain text, or the part that a click changes.
 *
 * `pad` is the key path in the document, long form (`opgave.aantal` also where the file says
 * `opgave: urgenten`). A part with a `status` stands for what people still have to fill in: its
 * key is not in the file yet, the block it belongs to is.
 */
export type Zindeel =
  | { readonly tekst: string }
  | {
      readonly tekst: string;
      readonly pad: string;
      readonly bewerkbaar: true;
      readonly status?: Zinstatus;
    };

type Zinstatus = "nog-te-bepalen" | "keuze-nodig";

/** A document said aloud, in order; no empty pieces, no double spaces. */
export type Zin = readonly Zindeel[];

/** What a phrase is made of; undefined where a key is absent. */
export type Brok = string | Zindeel | Zin | undefined;

/** A part that a click changes. */
export function field(tekst: string, pad: string, status?: Zinstatus): Zindeel {
  return { tekst: clean(tekst), pad, bewerkbaar: true, ...(status ? { status } : {}) };
}

/** A text of the writer as it can stand inside a sentence: one line, without a full stop. */
export function clean(tekst: string): string {
  return tekst.replace(/\s+/g, " ").trim().replace(/\.$/, "");
}

/** The pieces one after another, with a space where Dutch has one. */
export function phrase(...brokken: readonly Brok[]): Zin {
  const parts: Zindeel[] = [];
  for (const deel of brokken.flatMap(toDelen)) {
    if (deel.tekst === "") continue;
    const before = parts.at(-1);
    if (before && needsSpace(before.tekst, deel.tekst)) parts.push({ tekst: " " });
    parts.push(deel);
  }
  return parts;
}

/** Whether anything was said. */
export function isSaid(brok: Brok): boolean {
  return phrase(brok).length > 0;
}

/** `a, b en c` */
export function series(items: readonly Brok[], last = "en"): Zin {
  const said = items.map((item) => phrase(item)).filter((item) => item.length > 0);
  return phrase(
    ...said.flatMap((item, index): readonly Brok[] => {
      if (index === 0) return [item];
      return [index === said.length - 1 ? last : ",", item];
    }),
  );
}

/** A whole sentence: neighbouring texts are one, it starts with a capital and ends with a full stop. */
export function finish(...brokken: readonly Brok[]): Zin {
  const whole = phrase(...brokken);
  const stop = /[.!?]$/.test(whole.at(-1)?.tekst ?? "") ? "" : ".";
  const parts: Zindeel[] = [];
  for (const deel of [...whole, { tekst: stop }]) {
    const before = parts.at(-1);
    if (before && !isEditable(before) && !isEditable(deel)) {
      parts[parts.length - 1] = { tekst: before.tekst + deel.tekst };
    } else if (deel.tekst !== "") parts.push(deel);
  }
  return parts.map((deel, index) => (index === 0 ? { ...deel, tekst: capital(deel.tekst) } : deel));
}

export function isEditable(deel: Zindeel): deel is Extract<Zindeel, { bewerkbaar: true }> {
  return "bewerkbaar" in deel;
}

type Tekstvorm = {
  /** Put ‹ › around what a click changes. */
  readonly merken?: boolean;
};

/** The sentence as one line of text. */
export function zinAlsTekst(zin: Zin, { merken = false }: Tekstvorm = {}): string {
  return zin.map((deel) => (merken && isEditable(deel) ? `‹${deel.tekst}›` : deel.tekst)).join("");
}

function toDelen(brok: Brok): readonly Zindeel[] {
  if (brok === undefined) return [];
  if (typeof brok === "string") return [{ tekst: brok }];
  return "tekst" in brok ? [brok] : brok;
}

function needsSpace(before: string, after: string): boolean {
  return !/[\s(]$/.test(before) && !/^[\s,;:.)]/.test(after);
}

function capital(tekst: string): string {
  return tekst.slice(0, 1).toUpperCase() + tekst.slice(1);
}

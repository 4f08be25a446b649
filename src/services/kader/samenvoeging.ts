import { withVersie } from "#contract/kader/eigen.ts";
import { type Boom, type Boompad, describePad } from "#domain/boom.ts";
import { type Kant, voegSamen } from "#rules/kader/index.ts";
import { listVerloren, type Teksten, withOpmerkingen } from "./opmerkingen.ts";
import { type Geschreven, schrijfBoom } from "./schrijf-boom.ts";
import { describeBoom, readBoom } from "./tekstverschil.ts";

/** A place that two people both changed, in words; absent is: it does not stand there. */
export type Keuzeplek = {
  /** As it is named in a form. */
  readonly naam: string;
  readonly plaats: string;
  readonly was?: string;
  readonly ander?: string;
  readonly mijn?: string;
};

/** A place that one of them changed, or both in the same way. */
export type Overnameplek = {
  readonly plaats: string;
  readonly was?: string;
  readonly wordt?: string;
  readonly van: Kant | "beiden";
};

/** A text that was put together, and the comments that could not come along. */
export type Samengeschreven = Geschreven & { readonly kwijt?: readonly string[] };

/** Two texts of the same document put together, but for what people must choose. */
export type Tekstsamenvoeging = {
  readonly keuzes: readonly Keuzeplek[];
  readonly overgenomen: readonly Overnameplek[];
  /** The whole text, with each place as it was chosen by its `naam`; what was not chosen is mine. */
  readonly schrijf: (keuze: ReadonlyMap<string, Kant>) => Samengeschreven;
};

/** The three texts: what both began with (absent where there was nothing), and what each made. */
export type Drietal = {
  readonly was?: string;
  readonly ander: string;
  readonly mijn: string;
  /** The version that it becomes. */
  readonly versie: number;
};

/** Puts two texts of a document together; undefined where one of them cannot be read. */
export function voegTekstenSamen(drie: Drietal): Tekstsamenvoeging | undefined {
  const [ander, mijn] = [drie.ander, drie.mijn].map((tekst) => withVersie(tekst, drie.versie));
  const was = drie.was === undefined ? {} : readBoom(withVersie(drie.was, drie.versie));
  const [theirs, ours] = [readBoom(ander ?? ""), readBoom(mijn ?? "")];
  if (was === undefined || theirs === undefined || ours === undefined) return undefined;
  const samen = voegSamen(was, theirs, ours);
  return {
    keuzes: samen.botsingen.map(({ pad, ...sides }) => ({
      ...{ naam: nameOf(pad), plaats: describePad(pad) },
      ...inWoorden(sides),
    })),
    overgenomen: samen.overgenomen.map(({ pad, van, ...sides }) => ({
      ...{ plaats: describePad(pad), van },
      ...inWoorden(sides),
    })),
    schrijf: (keuze) => {
      const wanted = samen.kies((pad) => keuze.get(nameOf(pad)) ?? "mijn");
      return schrijfSamen(wanted, { was: drie.was ?? "", ander: ander ?? "", mijn: mijn ?? "" });
    },
  };
}

function schrijfSamen(wanted: Boom, teksten: Teksten): Samengeschreven {
  const made = schrijfBoom(wanted, [teksten.mijn, teksten.ander]);
  const tekst = withOpmerkingen(made.tekst, teksten);
  const kwijt = listVerloren(tekst, teksten);
  return { ...made, tekst, ...(kwijt.length > 0 ? { kwijt } : {}) };
}

function nameOf(pad: Boompad): string {
  return JSON.stringify(pad);
}

function inWoorden<K extends string>(
  sides: { readonly [key in K]?: Boom },
): { readonly [key in K]?: string } {
  const said = Object.entries<Boom | undefined>(sides).flatMap(([name, boom]) =>
    boom === undefined ? [] : [[name, describeBoom(boom)] as const],
  );
  return Object.fromEntries(said) as { readonly [key in K]?: string };
}

import type { Documentbotsing } from "#contract/api/eigen-document.ts";
import { loadDocument } from "#contract/kader/load.ts";
import type { Basis } from "#services/basis.ts";
import { compareDocuments } from "#services/bibliotheek/documentvergelijking.ts";
import { voegTekstenSamen } from "#services/kader/samenvoeging.ts";
import type { BewaardDocument } from "#storage/kader.repository.ts";

/** What was sent, what it was written from and what stands there now. */
export type Botsingsdelen = {
  readonly tekst: string;
  /** Absent where it is gone, or was never there. */
  readonly uitgangspunt?: BewaardDocument | undefined;
  readonly nieuwste?: BewaardDocument | undefined;
};

type Beeld = Pick<Documentbotsing, "nieuwste" | "uitgangspunt" | "verschillen" | "velden">;

/** Both versions, and in words where they differ from what was sent and from each other. */
export function describeBotsing(
  { tekst, uitgangspunt, nieuwste }: Botsingsdelen,
  basis: Basis,
): Beeld {
  if (!nieuwste) return {};
  const { versie, bewaardOp } = nieuwste;
  const [there, sent] = [nieuwste.tekst, tekst].map((each) =>
    loadDocument(each, { bestand: "", kennis: basis.kennis }),
  );
  return {
    nieuwste: { versie, tekst: nieuwste.tekst, bewaardOp },
    ...(uitgangspunt ? { uitgangspunt: uitgangspunt.versie } : {}),
    ...(there?.ok && sent?.ok
      ? { verschillen: [...compareDocuments(basis, there.document, sent.document).verschillen] }
      : {}),
    ...fieldsOf({ tekst, uitgangspunt, nieuwste }),
  };
}

function fieldsOf({
  tekst,
  uitgangspunt,
  nieuwste,
}: Botsingsdelen & { readonly nieuwste: BewaardDocument }): Pick<Beeld, "velden"> {
  const samen = voegTekstenSamen({
    ...(uitgangspunt ? { was: uitgangspunt.tekst } : {}),
    ...{ ander: nieuwste.tekst, mijn: tekst, versie: nieuwste.versie + 1 },
  });
  if (!samen) return {};
  const chosen = samen.keuzes.map(({ naam: _, mijn, ...rest }) => ({
    ...rest,
    ...(mijn === undefined ? {} : { uw: mijn }),
    kiezen: true,
  }));
  const taken = samen.overgenomen.map(({ plaats, was, wordt, van }) => {
    const before = was === undefined ? {} : { was };
    const after = { ander: van === "mijn" ? was : wordt, uw: van === "ander" ? was : wordt };
    const { ander, uw } = after;
    return {
      ...{ plaats, kiezen: false, ...before },
      ...(ander === undefined ? {} : { ander }),
      ...(uw === undefined ? {} : { uw }),
    };
  });
  return { velden: [...chosen, ...taken] };
}

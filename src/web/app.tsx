import { type ComponentType, lazy, Suspense } from "react";
import { VerkenPage } from "./features/verdeling/verken-page.tsx";

type Paginas = typeof import("./features/verdeling/versies-paginas.ts");

/** A page that is fetched when its address is asked: the sheet does not carry its weight. */
function later(pick: (paginas: Paginas) => ComponentType) {
  return lazy(async () => ({
    default: pick(await import("./features/verdeling/versies-paginas.ts")),
  }));
}

const PAGINAS: Readonly<Record<string, ComponentType>> = {
  versies: later(({ VersiePagina }) => VersiePagina),
  reeksen: later(({ ReeksPagina }) => ReeksPagina),
  correcties: later(({ CorrectiePagina }) => CorrectiePagina),
  woordenlijsten: later(({ WoordenlijstPagina }) => WoordenlijstPagina),
};

const Bewerken = lazy(async () => ({
  default: (await import("./features/kader/bewerk-page.tsx")).BewerkPage,
}));

/** The part of a page that runs in the browser; the server has made the page around it. */
export function App() {
  const [, room, which = ""] = window.location.pathname.split("/");
  const Pagina = room === "documenten" ? Bewerken : PAGINAS[which];
  if (!Pagina) return <VerkenPage />;
  return (
    <Suspense fallback={<p role="status">De pagina wordt klaargezet…</p>}>
      <Pagina />
    </Suspense>
  );
}

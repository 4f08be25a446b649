/** The pages that a link with a secret opens, fetched together. */
export { CorrectiePagina } from "./correctie-pagina.tsx";
export { VersiePagina } from "./versies-pagina.tsx";
export { ReeksPagina } from "./versies-reeks.tsx";
export { WoordenlijstPagina } from "./woordenlijst-pagina.tsx";

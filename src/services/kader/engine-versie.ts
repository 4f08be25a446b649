/**
 * The version of the engine that outcomes are computed with.
 *
 * Goes up whenever an outcome can come out otherwise; the changelog then has a line under
 * "Gewijzigde uitkomsten" with the size of the change.
 */
export const ENGINE_VERSIE = "1";

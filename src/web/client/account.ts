/** What the server said of who looks at this page, and of how people share here. */
export type Account = {
  /** People have accounts: they share with those, and not with secret links. */
  readonly deelt: boolean;
  /** Why who looks may not keep a version, begin a round or choose words; absent where they may. */
  readonly nietVersies?: string | undefined;
  readonly nietRonde?: string | undefined;
  readonly nietWoorden?: string | undefined;
  /** Who looks acts for a body that can adopt something. */
  readonly steltVast: boolean;
};

/** Reads it from the page. */
export function readAccount(): Account {
  const said = window.document.getElementById("scherm")?.dataset ?? {};
  const { accounts, steltVast, nietVersies, nietRonde, nietWoorden } = said;
  return {
    deelt: accounts === "ja",
    steltVast: steltVast === "ja",
    nietVersies,
    nietRonde,
    nietWoorden,
  };
}

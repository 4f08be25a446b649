/** Who else has a page open, where a tab says that it is there, and what says so in the browser. */
export type OokHier = {
  readonly tekst: string;
  readonly adres: string;
  /** Absent where the app was not built: then it is told as the page is opened. */
  readonly script?: string;
};

/** Tells who else is at work here, now and as it changes. */
export function OokHierRegel({ tekst, adres, script }: OokHier) {
  return (
    <>
      <p id="ook-hier" class="aanwezig" aria-live="polite" data-adres={adres}>
        {tekst}
      </p>
      {script && <script type="module" src={script} />}
    </>
  );
}

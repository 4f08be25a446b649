/** What the server put in the page for the editor. */
export type Begin = {
  /** Empty for a new document. */
  readonly id: string;
  readonly van: number;
  readonly invoer: boolean;
  readonly tekst: string;
  /** How the lines of the kept text end. */
  readonly regeleinde: "\n" | "\r\n";
  readonly nonce: string;
  /** Takes the plain form away, once something stands in its place. */
  readonly verberg: () => void;
};

/** Reads it before the page is changed: the plain form holds the text. */
export function readBegin(page: Document): Begin {
  const place = page.getElementById("scherm");
  const form = page.querySelector<HTMLFormElement>("#gewoon");
  const eol = form?.querySelector<HTMLInputElement>("[name=regeleinde]")?.value;
  return {
    id: place?.dataset.id ?? "",
    van: Number(place?.dataset.van ?? 0),
    invoer: place?.dataset.invoer === "ja",
    tekst: form?.querySelector("textarea")?.value ?? "",
    regeleinde: eol === "crlf" ? "\r\n" : "\n",
    nonce: place?.nonce ?? "",
    verberg: () => {
      if (form) form.hidden = true;
      const found = page.getElementById("nagekeken");
      if (found) found.hidden = true;
    },
  };
}

import { useEffect, useId, useRef, useState } from "react";
import { readAccount } from "../../client/account.ts";

/** Pages about what is kept, by what stands in their path. */
type Plek = "versies" | "reeksen" | "correcties" | "woordenlijsten";

/**
 * A link that people give each other; its secret stands behind `#`, which no server gets to see.
 * Without one an account opens it.
 */
export function makeLink(plek: Plek, id: string, geheim: string): string {
  const tail = geheim === "" ? "" : `#${geheim}`;
  return `${window.location.origin}/verdeling/${plek}/${id}${tail}`;
}

/** What a pasted link opens, wherever the reader's server stands; undefined where it is no link. */
export function readLink(
  text: string,
): { readonly plek: string; readonly id: string; readonly geheim: string } | undefined {
  const [, plek, id, geheim] =
    /\/verdeling\/([a-z]+)\/([\w-]+)(?:\?[^#]*)?(?:#([\w-]*))?\s*$/.exec(text) ?? [];
  if (!plek || !id || (!geheim && !readAccount().deelt)) return undefined;
  return { plek, id, geheim: geheim ?? "" };
}

/** What this page opens: the id in its path and the secret in its fragment. */
export function useEigenLink() {
  const [link, setLink] = useState(readHere);
  useEffect(() => {
    const follow = () => setLink(readHere());
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  useEffect(() => {
    // A browser prints the whole address on top of the page.
    const { pathname, search, hash } = window.location;
    const show = (tail: string) => () =>
      window.history.replaceState(window.history.state, "", `${pathname}${search}${tail}`);
    const [hide, back] = [show(""), show(hash)];
    window.addEventListener("beforeprint", hide);
    window.addEventListener("afterprint", back);
    return () => {
      window.removeEventListener("beforeprint", hide);
      window.removeEventListener("afterprint", back);
    };
  }, []);
  return link;
}

function readHere() {
  const id = window.location.pathname.split("/").at(-1) ?? "";
  return { id, geheim: window.location.hash.slice(1) };
}

type Props = { readonly link: string; readonly naam: string };

/** A link with a button that copies it; where copying is not allowed, it is selected instead. */
export function LinkVeld({ link, naam }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid("De link is gekopieerd.");
    } catch {
      field.current?.select();
      setSaid("De link is geselecteerd. Kopieer haar met Ctrl en C.");
    }
  };
  return (
    <div className="linkveld niet-afdrukken">
      <label htmlFor={id}>{naam}</label>
      <input id={id} ref={field} type="text" readOnly value={link} />
      <button type="button" className="stil" onClick={copy}>
        Kopieer de link
      </button>
      <span className="klein" role="status">
        {said}
      </span>
    </div>
  );
}

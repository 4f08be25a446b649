import { useEffect, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { adresNow } from "../../client/adresbalk.ts";
import type { Modus } from "./modus-adres.ts";

/** Lets the page around the sheet follow: its head and foot are not made here. */
export function useModus(modus: Modus | undefined): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (modus) dataset.modus = modus;
    return () => {
      delete dataset.modus;
    };
  }, [modus]);
}

/** The foot of the page says the address as it is now, or as much of it as may be seen. */
export function useVoetadres(verborgen: boolean): void {
  useEffect(() => {
    const text = verborgen ? HIDDEN : adresNow();
    for (const place of document.querySelectorAll(".voet .adres")) {
      if (place.textContent !== text) place.textContent = text;
    }
  });
}

const HIDDEN = "verborgen, want er staan namen in";

const NARROW = "(width <= 720px)";

/** Whether there is room for one key only. */
export function useSmal(): boolean {
  return useSyncExternalStore(
    (follow) => {
      const list = window.matchMedia(NARROW);
      list.addEventListener("change", follow);
      return () => list.removeEventListener("change", follow);
    },
    () => window.matchMedia(NARROW).matches,
  );
}

/** Whether the page is being put on paper; what only paper needs is made just then. */
export function useAfdrukken(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const start = () => flushSync(() => setPrinting(true));
    const stop = () => setPrinting(false);
    window.addEventListener("beforeprint", start);
    window.addEventListener("afterprint", stop);
    return () => {
      window.removeEventListener("beforeprint", start);
      window.removeEventListener("afterprint", stop);
    };
  }, []);
  return printing;
}

/** In the margin of every page on paper: what it is worth, of when and from which address. */
export function useKantlijn(merk: string, datum: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    const write = () => sheet.replaceSync(marginRules(merk, datum));
    write();
    window.addEventListener("beforeprint", write);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      window.removeEventListener("beforeprint", write);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [merk, datum]);
}

function marginRules(merk: string, datum: string): string {
  const font = "font: 8pt sans-serif; color: #565656";
  return `@page {
    @top-left { content: ${quote(merk)}; ${font}; font-weight: bold }
    @top-right { content: ${quote(datum)}; ${font} }
    @bottom-right { content: "blad " counter(page) " van " counter(pages); ${font} }
    @bottom-left { content: ${quote(window.location.origin)}; ${font} }
  }`;
}

function quote(text: string): string {
  return `"${text.replace(/["\\\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
}

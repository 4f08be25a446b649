import { useCallback, useEffect, useRef, useState } from "react";
import { settleAdres } from "../../client/adresbalk.ts";
import { readWeergave, uitlegNaam, type Weergave, weergaveAdres } from "./modus-adres.ts";
import type { Uitlegvraag } from "./uitleg.tsx";

/** How the page is looked at, kept in the address; the browser's «vorige» undoes a change. */
export function useWeergave() {
  const [weergave, setWeergave] = useState(readHere);
  useEffect(() => {
    const follow = () => setWeergave(readHere());
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);
  const look = useCallback((next: Weergave) => {
    settleAdres();
    const { pathname, search } = window.location;
    window.history.pushState(null, "", weergaveAdres(`${pathname}${search}`, next));
    setWeergave(next);
  }, []);
  return { weergave, look };
}

function readHere(): Weergave {
  return readWeergave(new URLSearchParams(window.location.search));
}

/** The account that is open, and how one is opened and closed. */
export type Uitlegstand = {
  readonly vraag: Uitlegvraag | undefined;
  readonly ask: (vraag: Uitlegvraag) => void;
  readonly close: () => void;
};

/** Opens the account of a number, and on closing gives the focus back to that number. */
export function useUitleg({ weergave, look }: ReturnType<typeof useWeergave>): Uitlegstand {
  const from = useRef<HTMLElement>(null);
  const { uitleg, ...rest } = weergave;
  const ask = (vraag: Uitlegvraag) => {
    const { activeElement } = document;
    from.current = activeElement instanceof HTMLElement ? activeElement : null;
    look({ ...rest, uitleg: vraag });
  };
  const close = () => {
    look(rest);
    const known = from.current?.isConnected ? from.current : undefined;
    (known ?? (uitleg && numberOf(uitleg)))?.focus();
    from.current = null;
  };
  return { vraag: uitleg, ask, close };
}

/** The number in the table; an account that was opened by its address came from none. */
function numberOf(vraag: Uitlegvraag): HTMLElement | undefined {
  const name = CSS.escape(uitlegNaam(vraag));
  return document.querySelector<HTMLElement>(`[data-uitleg="${name}"]`) ?? undefined;
}

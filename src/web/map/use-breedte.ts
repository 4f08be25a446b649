import { type RefObject, useLayoutEffect, useState } from "react";

/** Before anything is measured; a map is about this wide beside its legend. */
const VERMOEDELIJK = 720;

/** How many pixels wide an element is, in steps of 8, so that names do not jump at every pixel. */
export function useBreedte(place: RefObject<HTMLElement | null>): number {
  const [breedte, setBreedte] = useState(VERMOEDELIJK);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => setBreedte(Math.max(160, Math.floor(element.clientWidth / 8) * 8));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [place]);
  return breedte;
}

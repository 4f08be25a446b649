import { useCallback, useDeferredValue, useLayoutEffect, useMemo, useRef } from "react";

/** These values as they were at the last paint: for what may be made once the numbers are seen. */
export function useLater<T extends object>(values: T): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the values themselves are what it depends on
  const same = useMemo(() => values, Object.values(values));
  return useDeferredValue(same);
}

/** The same function for every paint, so that what is given it is not made again for that. */
export function useLatest<T>(work: (value: T) => void): (value: T) => void {
  const latest = useRef(work);
  useLayoutEffect(() => {
    latest.current = work;
  });
  return useCallback((value: T) => latest.current(value), []);
}

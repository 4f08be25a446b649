import {
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";

/** These values as they were at the last paint: for what may be made once the numbers are seen. */
export function useLater<T extends object>(values: T): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the values themselves are what it depends on
  const same = useMemo(() => values, Object.values(values));
  return useAfterPaint(same);
}

/**
 * A value as it was when the last change of it was painted: what is made from it comes after that.
 *
 * A deferred value alone begins at once, and its work would come before the frame.
 */
export function useAfterPaint<T>(value: T): T {
  const [painted, setPainted] = useState(() => value);
  useEffect(() => {
    if (Object.is(painted, value)) return;
    return afterPaint(() => startTransition(() => setPainted(() => value)));
  }, [painted, value]);
  return painted;
}

/** Does work when what was just made is on the screen; breaking it off before that is free. */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** The same function for every paint, so that what is given it is not made again for that. */
export function useLatest<T>(work: (value: T) => void): (value: T) => void {
  const latest = useRef(work);
  useLayoutEffect(() => {
    latest.current = work;
  });
  return useCallback((value: T) => latest.current(value), []);
}

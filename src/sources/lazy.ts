/** Works a value out when it is first asked, and only then. */
export function lazy<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}

/**
 * A map whose keys are known and whose values are read when asked, each once.
 *
 * Going through all of it reads all of it.
 */
export function createLazyMap<V>(
  keys: Iterable<string>,
  read: (key: string) => V,
): ReadonlyMap<string, V> {
  const readers = new Map([...keys].map((key) => [key, lazy(() => read(key))] as const));
  const entries = () => [...readers].map(([key, value]) => [key, value()] as [string, V]);
  const map: ReadonlyMap<string, V> = {
    size: readers.size,
    has: (key) => readers.has(key),
    get: (key) => readers.get(key)?.(),
    keys: () => readers.keys(),
    values: () => new Map(entries()).values(),
    entries: () => new Map(entries()).entries(),
    forEach: (visit) => {
      for (const [key, value] of entries()) visit(value, key, map);
    },
    [Symbol.iterator]: () => new Map(entries()).entries(),
  };
  return map;
}

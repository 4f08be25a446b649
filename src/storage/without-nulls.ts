/** The row with the columns that hold nothing left out, as domain values have it. */
export function withoutNulls<T extends object>(
  row: T,
): { readonly [K in keyof T]?: NonNullable<T[K]> } {
  const filled = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(filled) as { readonly [K in keyof T]?: NonNullable<T[K]> };
}

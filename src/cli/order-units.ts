type Unit = { readonly naam: string; readonly deelregio?: string };

/** Units by deelregio and then by name, as a meeting looks them up; never by what they get. */
export function orderUnits<U extends Unit>(
  units: readonly U[],
  deelregios: Readonly<Record<string, string>>,
): readonly U[] {
  const place = ({ deelregio }: Unit) =>
    deelregio === undefined ? "" : (deelregios[deelregio] ?? deelregio);
  return units.toSorted(
    (a, b) =>
      Number(a.deelregio === undefined) - Number(b.deelregio === undefined) ||
      place(a).localeCompare(place(b), "nl") ||
      a.naam.localeCompare(b.naam, "nl"),
  );
}

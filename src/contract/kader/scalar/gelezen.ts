/** What a scalar says, or in Dutch why it says nothing that can be used. */
export type Gelezen<T> =
  | { readonly ok: true; readonly waarde: T }
  | { readonly ok: false; readonly tekst: string };

export function gelezen<T>(waarde: T): Gelezen<T> {
  return { ok: true, waarde };
}

export function ongelezen(tekst: string): { readonly ok: false; readonly tekst: string } {
  return { ok: false, tekst };
}

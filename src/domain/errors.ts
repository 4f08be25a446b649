/**
 * The reasons for which a rule cannot give an outcome, and what each must say.
 *
 * A new reason is a new key here, and the compiler then asks for its Dutch text.
 */
export type RuleErrorDetails = {
  "figuur-nul-in-omgekeerde-sleutel": { readonly cijfer: string; readonly eenheid: string };
  "delen-door-nul": { readonly cijfer: string; readonly eenheid: string };
  "gewicht-negatief": {
    readonly cijfer: string;
    readonly eenheid: string;
    readonly gewicht: string;
  };
  "gewichten-niet-een": { readonly som: string; readonly delen: readonly string[] };
  "sleutel-zonder-gewicht": { readonly stap: string; readonly onderdeel: string };
  "opgave-negatief": { readonly opgave: string };
  "vaste-delen-niet-een": { readonly som: string; readonly moet: string };
  "geen-eenheden": { readonly gebied: string };
  "verwijzing-onbekend": { readonly naam: string };
  "kring-van-documenten": { readonly documenten: readonly string[] };
  "waarde-onbruikbaar": { readonly waar: string; readonly gevonden: string };
  "getal-te-groot": { readonly waar: string; readonly gevonden: string };
};

/**
 * A rule cannot give an outcome for this input, and says why.
 *
 * Thrown in `rules/`; services and CLI turn it into Dutch text in one place. What people must
 * decide is never one of these: that is an outcome.
 */
export class RuleError<R extends keyof RuleErrorDetails = keyof RuleErrorDetails> extends Error {
  override readonly name = "RuleError";
  readonly reason: R;
  readonly details: RuleErrorDetails[R];

  constructor(reason: R, details: RuleErrorDetails[R]) {
    super(`${reason} ${JSON.stringify(details)}`);
    this.reason = reason;
    this.details = details;
  }
}

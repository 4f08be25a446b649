/**
 * Why somebody is not signed in.
 *
 * `gestopt`: they did not go on at the provider. `te-laag`: the provider is not sure enough of who
 * they are. `verlopen`: it took too long, was done already, or began in another browser.
 */
export type Aanmeldreden = "gestopt" | "ongeldig" | "te-laag" | "verlopen" | "onbereikbaar";

/** Nobody was signed in; what the provider did wrong is the cause, for whoever runs the server. */
export class Aanmeldfout extends Error {
  override readonly name = "Aanmeldfout";
  readonly reason: Aanmeldreden;

  constructor(reason: Aanmeldreden, options?: ErrorOptions) {
    super(`sign-in: ${reason}`, options);
    this.reason = reason;
  }
}

/** For whom a remark can be once the gemeente has seen it; never for one person alone. */
export const OPMERKINGDELINGEN = ["organisatie", "kring", "regio", "openbaar"] as const;
export type Opmerkingdeling = (typeof OPMERKINGDELINGEN)[number];

/** What a gemeente said to a remark about it; it stays beside the remark for everybody. */
export type Antwoord = {
  readonly tekst: string;
  /** The body that answered, by name. */
  readonly van: string;
  /** ISO moment. */
  readonly op: string;
};

/** Something that a body notes about a gemeente, by a page of this site. */
export type Opmerking = {
  /** UUID. */
  readonly id: string;
  /** The code of the gemeente. */
  readonly gemeente: string;
  /** The page it is about, a path on this site. */
  readonly adres: string;
  readonly waarover: string;
  readonly tekst: string;
  /** The body that made it: UUID and name. */
  readonly organisatie: string;
  readonly van: string;
  readonly zichtbaarheid: Opmerkingdeling;
  readonly kring?: string;
  /** ISO moments. */
  readonly op: string;
  /** Since when somebody of the gemeente has seen it; nobody else sees it before. */
  readonly gezienOp?: string;
  readonly antwoorden: readonly Antwoord[];
};

/** The tables of what happened: the app reads them, and only the database itself writes. */
export type GeschiedenisTables = {
  readonly wijziging: WijzigingTable;
  readonly wijzigingketen: {
    readonly een: boolean;
    readonly nummer: string;
    readonly hash: string;
  };
};

export type WijzigingTable = {
  readonly nummer: string;
  readonly tabel: string;
  readonly sleutel: string;
  readonly soort: string;
  /** JSON. */
  readonly oud: string | null;
  readonly nieuw: string | null;
  readonly persoon: string | null;
  readonly namens: string | null;
  /** The body that the row is of. */
  readonly eigenaar: string | null;
  readonly reden: string | null;
  readonly op: Date;
  readonly vorige: string;
  readonly hash: string;
};

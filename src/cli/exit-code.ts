/** How the program ends; the same numbers stand in `woonregie help`. */
export const EXIT = {
  /** Done as asked. */
  gedaan: 0,
  /** Carried out, and now people must do something: choose, fill in, deliver a figure. */
  mensen: 1,
  /** Wrongly asked, or a document with mistakes in it. */
  fout: 2,
  /** Folder or port is in use, or the database does not do what it should. */
  database: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

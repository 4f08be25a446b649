import type { Rol } from "./toegang.ts";

/** What a program may do with a key of a body, and how people say it. */
export const APIRECHTEN = {
  lezen: "lezen en uitrekenen",
  "cijfers-inleveren": "cijfers inleveren",
  "documenten-bewaren": "eigen documenten bewaren",
  "versies-bewaren": "versies, correctierondes en woordenlijsten bewaren",
} as const;

export type Apirecht = keyof typeof APIRECHTEN;

/** The roles in which a program can act: a body of government decides in person. */
export const APIROLLEN: readonly Rol[] = ["ambtelijk", "medewerker", "kernteam", "programmateam"];

/** A key lives no longer than so many days: who still needs it then, makes a new one. */
export const LANGSTE_DAGEN = 366;

/** The divisor methods, by the names of the literature; each rounds by a rule of its own. */
export type Delermethode = "sainte-lague" | "dhondt" | "adams" | "huntington-hill";

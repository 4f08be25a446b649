/** Lines below each other; sections are set apart by whoever prints them. */
export type Section = readonly string[];

/** Sections with a line between them; an empty one leaves no trace. */
export function joinSections(sections: readonly Section[]): string {
  return sections
    .filter((section) => section.length > 0)
    .map((section) => section.join("\n"))
    .join("\n\n");
}

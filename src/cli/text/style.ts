/** How parts of a text stand out on a terminal; without colour each gives the text as it is. */
export type Style = {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  /** What can be changed. */
  readonly underline: (text: string) => string;
  /** What asks for a choice of people. */
  readonly warm: (text: string) => string;
};

const ESCAPE = String.fromCharCode(27);

/** Style for a terminal that shows colour, or none at all. */
export function createStyle(colour: boolean): Style {
  const paint = (on: number, off: number) => (text: string) =>
    colour && text ? `${ESCAPE}[${on}m${text}${ESCAPE}[${off}m` : text;
  return { bold: paint(1, 22), dim: paint(2, 22), underline: paint(4, 24), warm: paint(33, 39) };
}

/**
 * A text as its bytes, and back. Columns of text lose a leading byte order mark on the embedded
 * database; bytes keep all that a writer wrote.
 */
export function toUtf8(text: string): Buffer {
  return Buffer.from(text, "utf8");
}

/** The text that `toUtf8` made bytes of, byte order mark included. */
export function fromUtf8(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("utf8");
}

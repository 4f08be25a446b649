/**
 * Work that can be laid down for a moment between its parts, so that who does it can do something
 * else in between; what it comes to does not hang on when.
 */
export type InDelen<T> = Generator<void, T, void>;

/** What a log may say of an error. */
export type Foutbeeld = {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  /** Where it happened: places in the code, without the words of the error. */
  readonly stack?: readonly string[];
  readonly cause?: Foutbeeld;
};

const DEEPEST = 4;
const MOST_PLACES = 20;
const LONGEST_MESSAGE = 2_000;

/**
 * What an error is and where it happened, without what somebody sent or the database holds.
 *
 * The database puts values in its details, which are left out, and in the words of some errors
 * (class 22: a value that does not fit), where they are struck.
 */
export function describeError(error: unknown, depth = 1): Foutbeeld {
  if (!(error instanceof Error)) return { type: typeof error, message: shorten(String(error)) };
  const code = codeOf(error);
  const message = code?.startsWith("22") ? strike(error.message) : error.message;
  const places = placesOf(error);
  return {
    type: error.name,
    message: shorten(message),
    ...(code === undefined ? {} : { code }),
    ...(places.length > 0 ? { stack: places } : {}),
    ...(error.cause !== undefined && depth < DEEPEST
      ? { cause: describeError(error.cause, depth + 1) }
      : {}),
  };
}

function codeOf(error: Error): string | undefined {
  const code = "code" in error ? error.code : undefined;
  return typeof code === "string" && /^[A-Za-z0-9_.-]{1,60}$/.test(code) ? code : undefined;
}

function strike(text: string): string {
  return text.replace(/"[^"]*"?/g, "«…»");
}

// The stack begins with the words of the error again, over as many lines as they have.
function placesOf({ stack = "" }: Error): readonly string[] {
  const lines = stack
    .split("\n")
    .filter((line) => /^\s+at .+(?::\d+:\d+\)?|\(<anonymous>\))$/.test(line));
  return lines.slice(0, MOST_PLACES).map((line) => line.trim());
}

function shorten(text: string): string {
  return text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text;
}

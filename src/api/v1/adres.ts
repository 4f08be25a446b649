import type { Context } from "hono";
import type { Uitgever } from "#services/opendata/uitgever.ts";

/** Where this installation is found, without a slash at the end: as it was set, or as it was asked. */
export function addressOf({ adres }: Uitgever, https: boolean): (c: Context) => string {
  return (c) => {
    if (adres !== undefined) return adres;
    const { host, protocol } = new URL(c.req.url);
    return `${https ? "https:" : protocol}//${host}`;
  };
}

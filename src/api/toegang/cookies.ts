/**
 * The cookie that says who somebody is.
 *
 * With `__Host-` a browser takes it from this host alone, over https alone. On this computer there
 * is no https, and not every browser then takes such a name.
 */
export function sessieCookie(https: boolean): string {
  return https ? "__Host-sessie" : "sessie";
}

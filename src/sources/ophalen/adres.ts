import { lookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { Ophaalfout } from "./ophaalfout.ts";

/** Finds every address of a name, as the network itself answers. */
export type Naamzoeker = (
  host: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** Where may be fetched. */
export type Netwerk = {
  readonly hosts: ReadonlySet<string>;
  /** A server on this machine that stands in for all sources: `http://127.0.0.1:8080`, for tests. */
  readonly proef?: string;
  readonly zoek?: Naamzoeker;
};

const HTTPS_PORT = new Set(["", "443"]);

/**
 * Refuses every address that is not one of the sources, before anything is looked up.
 *
 * Only whole names count, so that no number, prefix or user name can pass for one.
 *
 * @throws Ophaalfout "host-niet-toegestaan".
 */
export function assertAllowed(url: URL, netwerk: Netwerk, waar: string): void {
  if (netwerk.proef !== undefined && url.origin === netwerk.proef) return;
  const secure = url.protocol === "https:" && HTTPS_PORT.has(url.port);
  const plain = url.username === "" && url.password === "";
  if (secure && plain && netwerk.hosts.has(url.hostname)) return;
  throw new Ophaalfout("host-niet-toegestaan", { host: url.host || url.protocol, waar });
}

/** All that was ever given out of IPv6: outside of it also lies what once stood for IPv4 (`::7f00:1`). */
const UITGEGEVEN = ipaddr.IPv6.parseCIDR("2000::/3");

/** Whether an address is one of the internet: not of this machine, a network of one's own, or a way around. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const read = ipaddr.process(address);
  const given = read.kind() === "ipv4" || read.match(UITGEGEVEN);
  return given && read.range() === "unicast";
}

/**
 * Looks a name up for a connection and gives only addresses that were checked: what is connected to
 * is what was looked at, whatever the name says a moment later.
 */
export function createCheckedLookup(netwerk: Netwerk): LookupFunction {
  const zoek: Naamzoeker = netwerk.zoek ?? ((host) => lookup(host, { all: true }));
  return (host, options, callback) => {
    findPublic(host, zoek).then(
      (found) => {
        const [first] = found;
        if (options.all) callback(null, [...found]);
        else callback(null, first?.address ?? "", first?.family ?? 0);
      },
      (error: NodeJS.ErrnoException) => callback(error, "", 0),
    );
  };
}

async function findPublic(host: string, zoek: Naamzoeker) {
  const found = await zoek(host).catch((error: unknown) => {
    throw new Ophaalfout("geen-netwerk", { host }, { cause: error });
  });
  if (found.length === 0) throw new Ophaalfout("geen-netwerk", { host });
  const inside = found.find(({ address }) => !isPublicAddress(address));
  if (inside) throw new Ophaalfout("adres-van-binnen", { host, adres: inside.address });
  return found;
}

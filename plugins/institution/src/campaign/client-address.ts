import { BlockList, isIP } from "node:net"

/** Where proxies stand from which an address is believed: this machine, unless it is said otherwise. */
const LOOPBACK = "127.0.0.0/8,::1/128"

/** Who may say for whom a call is made: how many proxies stand before the backend, and from which networks the nearest one calls. */
export interface TrustedProxies {
  count: number
  networks: string
}

/** What the environment says of proxies; nothing said: nobody is believed. */
export const trustedProxies = ({ TRUSTED_PROXIES, TRUSTED_PROXY_NETWORKS }: Record<string, string | undefined>): TrustedProxies =>
  ({ count: Number(TRUSTED_PROXIES || 0), networks: TRUSTED_PROXY_NETWORKS || LOOPBACK })

/**
 * The address of whoever asks: `forwarded` (X-Forwarded-For) names, from the right, for whom each proxy called, so that as many entries
 * as there are proxies are believed and whatever the client wrote further left is not. Called past the proxies, the header is nothing.
 */
export function clientAddress(peer: string, forwarded: string | undefined, { count, networks }: TrustedProxies): string {
  if (count === 0 || !isIn(peer, networks)) return plain(peer)
  const named = (forwarded ?? "").split(",").map((one) => one.trim()).filter(Boolean)
  return plain(named.at(-count) ?? named[0] ?? peer)
}

/** An IPv4 address as sockets for both kinds name it is the same address. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "")

function isIn(peer: string, networks: string): boolean {
  const list = new BlockList()
  for (const [network = "", bits] of networks.split(",").map((one) => one.trim().split("/"))) {
    list.addSubnet(network, Number(bits ?? (isIP(network) === 6 ? 128 : 32)), isIP(network) === 6 ? "ipv6" : "ipv4")
  }
  const address = plain(peer)
  return isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4")
}

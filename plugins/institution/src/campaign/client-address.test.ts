import { expect, it } from "vitest"
import { clientAddress, trustedProxies } from "./client-address"

const [none, one, two] = [undefined, "1", "2"].map((TRUSTED_PROXIES) => trustedProxies({ TRUSTED_PROXIES }))
const apart = trustedProxies({ TRUSTED_PROXIES: "1", TRUSTED_PROXY_NETWORKS: "10.0.0.0/8, fd00::/8, 192.0.2.7" })

it.each([
  ["nobody is believed unless it is said", "127.0.0.1", "9.9.9.9", none, "127.0.0.1"],
  ["the nearest proxy names its caller", "::ffff:127.0.0.1", "9.9.9.9", one, "9.9.9.9"],
  ["what the caller wrote itself counts for nothing", "127.0.0.1", "6.6.6.6, 7.7.7.7, 9.9.9.9", one, "9.9.9.9"],
  ["two proxies name two", "::1", "6.6.6.6, 9.9.9.9, 10.0.0.5", two, "9.9.9.9"],
  ["a shorter chain ends at its beginning", "::1", "9.9.9.9", two, "9.9.9.9"],
  ["without a header it is the caller", "127.0.0.1", undefined, one, "127.0.0.1"],
  ["whoever calls past the proxies is taken at their own address", "203.0.113.9", "9.9.9.9", one, "203.0.113.9"],
  ["a proxy on another machine is named by its network", "10.1.2.3", "9.9.9.9", apart, "9.9.9.9"], ["or by its address", "192.0.2.7", "9.9.9.9", apart, "9.9.9.9"], ["of either kind", "fd00::1", "9.9.9.9", apart, "9.9.9.9"],
  ["and none beside it", "192.0.2.8", "9.9.9.9", apart, "192.0.2.8"],
] as const)("%s", (_name, peer, forwarded, trusted, address) => expect(clientAddress(peer, forwarded, trusted!)).toBe(address))

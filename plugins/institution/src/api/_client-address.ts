import type { MedusaRequest } from "@medusajs/framework/http"
import { clientAddress, trustedProxies } from "../campaign/client-address"

/** Who asks, for what is counted by address. Core's `req.ip` believes one entry of X-Forwarded-For, whoever wrote it. */
export function addressOf(req: MedusaRequest): string {
  const forwarded = req.headers["x-forwarded-for"]
  return clientAddress(req.socket.remoteAddress ?? "", Array.isArray(forwarded) ? forwarded.join(",") : forwarded, trustedProxies(process.env))
}

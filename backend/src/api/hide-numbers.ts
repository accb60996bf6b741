import { withoutNumbers } from "@fupin/benefit/domain/people/numbers"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** Core logs each request's address and referrer when it has been answered: numbers typed into a search or a path do not get there. */
export function hideNumbers(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  req.originalUrl = withoutNumbers(req.originalUrl)
  for (const name of ["referer", "referrer"]) if (typeof req.headers[name] === "string") req.headers[name] = withoutNumbers(req.headers[name])
  next()
}

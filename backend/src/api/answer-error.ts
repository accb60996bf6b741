import { type ErrorCode, ERRORS } from "@fupin/contract/codes"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { withoutNumbers } from "@fupin/benefit/domain/people/numbers"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { isOutOfStock } from "@fupin/checkout/domain/out-of-stock"
import { CODE_OF_STATUS } from "./code-bare-errors"

const STATUS: Record<string, number> = {
  [MedusaError.Types.INVALID_DATA]: 400,
  [MedusaError.Types.INVALID_ARGUMENT]: 400,
  [MedusaError.Types.DUPLICATE_ERROR]: 422,
  [MedusaError.Types.NOT_ALLOWED]: 400,
  [MedusaError.Types.UNAUTHORIZED]: 401,
  [MedusaError.Types.FORBIDDEN]: 403,
  [MedusaError.Types.NOT_FOUND]: 404,
  [MedusaError.Types.CONFLICT]: 409,
  [MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR]: 422,
  [MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR]: 422,
}

interface Thrown {
  type?: string
  code?: string
  message?: string
  status?: number
  detail?: string
}

/** Gives every error, core's own too, an HTTP status and `{ type, code, message }`; nothing inner leaves the house. */
export function answerError(thrown: Thrown, req: MedusaRequest, res: MedusaResponse, _next: MedusaNextFunction): void {
  const error = named(thrown)
  const status = statusOf(error)
  if (status >= 500) req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(error as Error)
  const code = codeOf(error, status)
  // Validators repeat keys and values as they came: a number sent in the wrong place is not sent back.
  const message = status >= 500 || error.type === "entity.parse.failed" ? ERRORS[code] : (error.message ?? ERRORS[code])
  res.status(status).json({ type: error.type ?? "unexpected_state", code, message: withoutNumbers(message) })
}

/** Running out of goods has many voices: core's checks, the guard in the database. They all say the same. */
function named(error: Thrown): Thrown {
  if (!isOutOfStock(error)) return error
  const message = error.code === "out_of_stock" ? error.message : error.detail
  return { type: MedusaError.Types.NOT_ALLOWED, code: "out_of_stock", message: message ?? ERRORS.out_of_stock }
}

function statusOf(error: Thrown): number {
  if (error.code === "gift_locked") return 429
  const named = error.type ? STATUS[error.type] : undefined
  if (named) return named
  return error.status && error.status >= 400 && error.status < 500 ? error.status : 500
}

function codeOf(error: Thrown, status: number): ErrorCode {
  if (error.code && error.code in ERRORS) return error.code as ErrorCode
  if (error.type === "entity.parse.failed") return "malformed_json"
  return CODE_OF_STATUS[status] ?? "unexpected"
}

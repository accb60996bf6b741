import { type ErrorCode, type ErrorKind, ERRORS } from "@fupin/contract/codes"
import { MedusaError } from "@medusajs/framework/utils"

const TYPES: Record<ErrorKind, string> = {
  invalid_data: MedusaError.Types.INVALID_DATA,
  not_found: MedusaError.Types.NOT_FOUND,
  not_allowed: MedusaError.Types.NOT_ALLOWED,
  unauthorized: MedusaError.Types.UNAUTHORIZED,
  forbidden: MedusaError.Types.FORBIDDEN,
  conflict: MedusaError.Types.CONFLICT,
  unexpected_state: MedusaError.Types.UNEXPECTED_STATE,
}

/** The error that reaches the caller as HTTP status + `{ type, code, message }`. */
export function refusal(kind: ErrorKind, code: ErrorCode, message: string = ERRORS[code]): MedusaError {
  return new MedusaError(TYPES[kind], message, code)
}

/** Unwraps a decision: its value, or the refusal it names. */
export function allowed<T>(decision: { ok: true; value: T } | { ok: false; code: ErrorCode; message: string }, kind: ErrorKind = "invalid_data"): T {
  if (!decision.ok) throw refusal(kind, decision.code, decision.message)
  return decision.value
}

import { type ErrorCode, ERRORS } from "@fupin/contract/codes"
import { response } from "express"

/** A code for answers that core writes without one of ours. */
export const CODE_OF_STATUS: Record<number, ErrorCode> = {
  400: "invalid_input", 401: "not_signed_in", 403: "not_yours", 404: "not_found", 409: "conflict", 413: "payload_too_large", 422: "invalid_input", 429: "too_many_requests",
}

/**
 * Core writes some refusals (401 above all) straight to the answer, before any middleware of ours could see them.
 * Express's own response prototype is the only place through which all of them pass.
 */
export function codeBareErrors(): void {
  const write = response.json
  response.json = function json(body: unknown) {
    return write.call(this, this.statusCode >= 400 ? coded(this.statusCode, body) : body)
  }
}

function coded(status: number, body: unknown): unknown {
  if (typeof body !== "object" || body === null || "code" in body) return body
  const code = CODE_OF_STATUS[status] ?? "unexpected"
  return { type: code, ...body, code, message: ERRORS[code] }
}

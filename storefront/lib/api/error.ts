import { ERRORS, type ErrorCode } from "@fupin/contract/codes"

/** A refusal or failure of the backend, with the code of the closed list and a sentence that says what to do. */
export class ApiError extends Error {
  constructor(readonly status: number, readonly code: ErrorCode, message: string) {
    super(message)
    this.name = "ApiError"
  }

  get isAbsent(): boolean {
    return this.status === 404
  }
}

/** What the backend answered, kept; what is no answer of ours becomes `unexpected`. */
export function apiError(status: number, body: unknown): ApiError {
  const { code, message } = (typeof body === "object" && body !== null ? body : {}) as { code?: unknown; message?: unknown }
  const known = isErrorCode(code) ? code : "unexpected"
  return new ApiError(status, known, typeof message === "string" && message !== "" ? message : ERRORS[known])
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(ERRORS, code)
}

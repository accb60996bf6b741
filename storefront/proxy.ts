import { type NextRequest, NextResponse } from "next/server"

/** An address that is no valid text (a cut-off %E4%B8) names no page; without this the router answers 500. */
export function proxy(request: NextRequest): NextResponse {
  return isText(new URL(request.url).pathname) ? NextResponse.next() : NextResponse.rewrite(new URL("/no-such-page", request.url))
}

export const config = { matcher: ["/((?!_next/|api/|icon.svg).*)"] }

function isText(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch (error) {
    if (error instanceof URIError) return false
    throw error
  }
}

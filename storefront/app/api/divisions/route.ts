import { ERRORS } from "@fupin/contract/codes"
import type { NextRequest } from "next/server"
import { ApiError, getDivisions } from "@/lib/api"

/** For the address pickers: the browser asks the shop, the shop asks the backend. Divisions change once a year. */
export async function GET({ nextUrl }: NextRequest): Promise<Response> {
  const parent = nextUrl.searchParams.get("parent") ?? ""
  if (!/^(\d{6,12})?$/.test(parent)) return Response.json({ code: "invalid_input", message: ERRORS.invalid_input }, { status: 400 })
  try {
    return Response.json({ divisions: await getDivisions(parent) }, { headers: { "cache-control": "public, max-age=3600" } })
  } catch (error) {
    if (error instanceof ApiError) return Response.json({ code: error.code, message: error.message }, { status: error.status })
    throw error
  }
}

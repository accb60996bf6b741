import "server-only"
import { Notices } from "@fupin/contract/schemas"
import { request } from "@/lib/api"

/** The signed-in member's own notices of one unit, the newest first; `limit` 0 counts alone. */
export async function getNotices(token: string, organisation_id: string, page: { offset?: number; limit: number }): Promise<Notices> {
  return request("/store/institution/notices", Notices, { token, query: { organisation_id, ...page } })
}

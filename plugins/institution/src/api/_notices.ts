import { NoticeMailInput, Notices, NoticesRead } from "@fupin/contract/schemas"
import { type MedusaRequest, type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { customerOf } from "../medusa"
import { noticesOf } from "../notices/tell"
import { allowMember } from "../reads/members"

export const noticeRoutes: MiddlewareRoute[] = [
  { matcher: "/store/institution/notices/read", method: "POST", middlewares: [validateAndTransformBody(NoticesRead)] },
  { matcher: "/store/institution/notices/mail", method: "POST", middlewares: [validateAndTransformBody(NoticeMailInput)] },
]

/** What the signed-in member was told at this unit; nobody sees another's. Errors: those of `allowMember`. */
export async function answerNotices(req: MedusaRequest, { organisation_id, ...page }: { organisation_id: string; offset: number; limit: number }): Promise<Notices> {
  const [me, module] = [customerOf(req), noticesOf(req.scope)]
  await allowMember(req.scope, me, organisation_id, "read")
  const [rows, counts, mail, mail_works] = await Promise.all([module.readNotices(me, organisation_id, page), module.countNotices(me, organisation_id), module.readMailChoice(me, organisation_id), module.canMail()])
  return Notices.parse({ notices: rows.map((row) => ({ ...row, created_at: row.created_at.toISOString() })), ...counts, mail, mail_works })
}

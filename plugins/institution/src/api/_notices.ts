import { NoticeMailInput, Notices, NoticesRead, ProducerNoticeMailInput, ProducerNoticesRead } from "@fupin/contract/schemas"
import { type MedusaRequest, type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { customerOf } from "../medusa"
import { noticesOf } from "../notices"

export const noticeRoutes: MiddlewareRoute[] = [
  { matcher: "/store/institution/notices/read", method: "POST", middlewares: [validateAndTransformBody(NoticesRead)] },
  { matcher: "/store/institution/notices/mail", method: "POST", middlewares: [validateAndTransformBody(NoticeMailInput)] },
  { matcher: "/store/workbench/notices/read", method: "POST", middlewares: [validateAndTransformBody(ProducerNoticesRead)] },
  { matcher: "/store/workbench/notices/mail", method: "POST", middlewares: [validateAndTransformBody(ProducerNoticeMailInput)] },
]

const FIRST_PAGE = { offset: 0, limit: 50 }

/** What the signed-in person was told at this unit or producer, whose people the route let in; nobody sees another's. */
export async function answerNotices(req: MedusaRequest, ownerId: string, page = FIRST_PAGE): Promise<Notices> {
  const [me, module] = [customerOf(req), noticesOf(req.scope)]
  const [rows, counts, mail, mail_works] = await Promise.all([module.readNotices(me, ownerId, page), module.countNotices(me, ownerId), module.readMailChoice(me, ownerId), module.canMail()])
  return Notices.parse({ notices: rows.map((row) => ({ ...row, created_at: row.created_at.toISOString() })), ...counts, mail, mail_works })
}

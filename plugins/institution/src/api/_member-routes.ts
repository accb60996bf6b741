import { staffMay } from "@fupin/access"
import { ApplyAgainInput, EndPersonInput, MemberInvitationInput, RefusalInput, RoleInput } from "@fupin/contract/schemas"
import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

type Schema = Parameters<typeof validateAndTransformBody>[0]
const store = (path: string, schema: Schema): MiddlewareRoute => ({ matcher: `/store/institution/${path}`, method: "POST", middlewares: [validateAndTransformBody(schema)] })
const refuse = (what: string): MiddlewareRoute => ({ matcher: `/admin/institution/${what}/:id/refuse`, method: "POST", middlewares: [staffMay("institution:write"), validateAndTransformBody(RefusalInput)] })

/** A unit's managers run its members; the office refuses what it cannot verify, and whoever applied corrects it. */
export const memberRoutes: MiddlewareRoute[] = [
  store("members/invitations", MemberInvitationInput), store("members/roles", RoleInput), store("members/end", EndPersonInput), store("applications/:id", ApplyAgainInput), refuse("organisations"), refuse("members"),
]

import { EndPersonInput, MemberInvitationInput, RoleInput } from "@fupin/contract/schemas"
import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

const store = (path: string, schema: Parameters<typeof validateAndTransformBody>[0]): MiddlewareRoute => ({ matcher: `/store/institution/members/${path}`, method: "POST", middlewares: [validateAndTransformBody(schema)] })

/** A unit's managers run its members. */
export const memberRoutes: MiddlewareRoute[] = [store("invitations", MemberInvitationInput), store("roles", RoleInput), store("end", EndPersonInput)]

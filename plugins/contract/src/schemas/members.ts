import { z } from "zod"
import { Member, MemberRole, Organisation, OrganisationInput } from "./institution.js"
import { PlainText as Plain } from "./supply-terms.js"
import { GivenRole, Invitation, InvitationInput } from "./organisation.js"

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "编号格式不正确")

/** `POST /store/institution/members/invitations`, by a manager → `{ code, invitations }`: the code is shown this once. */
export const MemberInvitationInput = InvitationInput.extend({ organisation_id: Id })
export type MemberInvitationInput = z.infer<typeof MemberInvitationInput>

/** `POST /store/institution/members/roles`: a further role of somebody who is a member. */
export const RoleInput = z.strictObject({ organisation_id: Id, customer_id: Id, role: GivenRole })
export type RoleInput = z.infer<typeof RoleInput>

/** `POST /store/institution/members/end`: the person is no longer of the unit, in any role, at once. */
export const EndPersonInput = z.strictObject({ organisation_id: Id, customer_id: Id })
export type EndPersonInput = z.infer<typeof EndPersonInput>

/** What happened to a unit's members, oldest of them the invitation. `counts`: the role held from then on. */
export const MemberAct = z.enum(["invited", "revoked", "joined", "applied", "added", "verified", "refused", "ended"])
export type MemberAct = z.infer<typeof MemberAct>

/** One change: who, whom and when; `by_name` null: the office. */
export const MemberEvent = z.object({
  id: z.string(), act: MemberAct, role: MemberRole.nullable(), counts: z.boolean(), name: z.string().nullable(), by_name: z.string().nullable(), at: z.string(), note: z.string(),
})
export type MemberEvent = z.infer<typeof MemberEvent>

/** `GET /store/institution/members?organisation_id=`, for managers. */
export const UnitMembers = z.object({ members: z.array(Member), invitations: z.array(Invitation), events: z.array(MemberEvent) })
export type UnitMembers = z.infer<typeof UnitMembers>

/** `POST /admin/institution/organisations/:id/refuse` and `…/members/:id/refuse`: what the applicant reads. */
export const RefusalInput = z.strictObject({ reason: Plain(200).min(4, "请写明原因，例如：证书照片看不清") })
export type RefusalInput = z.infer<typeof RefusalInput>

/** `POST /store/institution/applications/:id` of a unit: corrected, and put before the office again. `unit` is said by who registered it. */
export const ApplyAgainInput = z.strictObject({ unit: OrganisationInput.nullable().default(null), note: Plain(200).default("") })
export type ApplyAgainInput = z.infer<typeof ApplyAgainInput>

export const ApplicationState = z.enum(["pending", "refused", "verified"])
export type ApplicationState = z.infer<typeof ApplicationState>

/** `GET /store/institution/applications` → `{ applications }`: what the signed-in person applied for and does not count yet. */
export const Application = z.object({
  organisation: Organisation, is_registrant: z.boolean(), state: ApplicationState, reason: z.string().nullable(),
  roles: z.array(z.object({ role: MemberRole, state: ApplicationState, reason: z.string().nullable() })), events: z.array(MemberEvent),
})
export type Application = z.infer<typeof Application>

import { createHash } from "node:crypto"
import { MEMBER_ROLES } from "@fupin/contract/codes"
import type { MemberRole } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { addDays, businessDay } from "../domain/business-day"
import { linkCode, linkToken } from "../domain/campaign/secrets"
import { emailPlace, orderKey, phoneKeys } from "../keys"
import { graph } from "../medusa"
import { readOrganisations, unique } from "../reads/plans"
import { composeInvitation, composeLetter, composeRefusal } from "./compose"
import { sendOnce, siteOf } from "./send"
import { noticesOf } from "."

/** Who is silent is reminded so many days before the end. */
export const REMIND_DAYS = 3

/** A member's personal link: derived, never stored. */
export const linkOf = (container: MedusaContainer, recipientId: string): string => `${siteOf(container)}/gift/${linkToken(orderKey(), recipientId)}`

/** Invitations and reminders to members who gave an e-mail address; for the others the union has the list. */
export async function sendLetters(container: MedusaContainer, limit: number, now: Date): Promise<void> {
  const today = businessDay(now)
  for (const kind of ["invite", "remind"] as const) {
    const rows = await noticesOf(container).readLetters(kind, { today, remind_until: addDays(today, REMIND_DAYS) }, limit)
    const organisations = new Map((await readOrganisations(container, { id: unique(rows.map(({ organisation_id }) => organisation_id)) })).map(({ id, name }) => [id, name]))
    for (const { recipient_id, email_sealed, campaign_id, organisation_id, title, choose_by } of rows) {
      const letter = composeLetter(kind, { organisation: organisations.get(organisation_id) ?? "", title, choose_by, link: linkOf(container, recipient_id), code: linkCode(orderKey(), recipient_id) })
      await sendOnce(container, `gift:${kind}:${recipient_id}`, { to: phoneKeys().open(emailPlace(recipient_id), email_sealed), ...letter, template: `gift-${kind}`, resource: { type: "campaign", id: campaign_id } })
    }
  }
}

/** Sends the code by which somebody joins a unit. It is shown to whoever invited as well: mail that fails loses nothing. */
export async function sendInvitation(container: MedusaContainer, { organisation_id, role, code, to, waits }: { organisation_id: string; role: MemberRole; code: string; to: string; waits: boolean }): Promise<void> {
  if (!(await noticesOf(container).canMail())) return
  const [organisation] = await readOrganisations(container, { id: organisation_id })
  const invitation = createHash("sha256").update(code).digest("hex").slice(0, 32)
  await sendOnce(container, `invitation:${invitation}`, { to, ...composeInvitation({ organisation: organisation?.name ?? "", role: MEMBER_ROLES[role], code, waits, site: siteOf(container) }), template: "organisation-invitation", resource: { type: "invitation", id: invitation } })
}

/** Tells who applied by letter that and why they were refused; the desk says it as well. */
export async function sendRefusal(container: MedusaContainer, { key, customer_id, ...refusal }: { key: string; customer_id: string; organisation: string; reason: string }): Promise<void> {
  if (!(await noticesOf(container).canMail())) return
  const [customer] = await graph<{ email: string }>(container, "customer", ["email"], { id: customer_id })
  if (customer) await sendOnce(container, `refusal:${key}`, { to: customer.email, ...composeRefusal({ ...refusal, site: siteOf(container) }), template: "organisation-refusal", resource: { type: "invitation", id: key } })
}

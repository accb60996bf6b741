import type { MedusaContainer } from "@medusajs/framework/types"
import { campaignsOf } from "../campaign/facts"
import { toldOf } from "../domain/campaign/told"
import { emailPlace, phoneKeys } from "../keys"
import { sendOnce } from "./send"

/** Tells members who gave an e-mail address what the union changed for them, and why; for the others it has the list. */
export async function sendChangeLetters(container: MedusaContainer, limit: number): Promise<void> {
  for (const { id, recipient_id, email_sealed, campaign_id, title, ...change } of await campaignsOf(container).readUnmailedChanges(limit)) {
    const letter = { subject: `${title}：您的礼包有变动`, text: `${toldOf(change)}\n\n打开工会先前发给您的链接可以查看。` }
    await sendOnce(container, `gift:change:${id}`, { to: phoneKeys().open(emailPlace(recipient_id), email_sealed), ...letter, template: "gift-change", resource: { type: "campaign", id: campaign_id } })
  }
}

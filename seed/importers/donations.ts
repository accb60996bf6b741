import type { DonationRecipientInput } from "@fupin/contract/schemas"
import { saveDonationRecipientsWorkflow } from "@fupin/institution/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { readData } from "../lib/data"

/** Schools and homes that take goods given. */
export async function importDonationRecipients(container: MedusaContainer, staffId: string): Promise<void> {
  await saveDonationRecipientsWorkflow(container).run({ input: { recipients: readData<DonationRecipientInput[]>("donation-recipients.json"), actor_id: staffId } })
}

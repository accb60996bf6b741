import type { DonationRecipientInput } from "@fupin/contract/schemas"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import { DonationRecipient } from "./models/donation-recipient"

/** Schools and homes that take goods given (爱心捐赠). */
export class DonationModuleService extends MedusaService({ DonationRecipient }) {
  /** Found again by name and county: saving twice changes nothing. Answers their ids in the order given. */
  @InjectTransactionManager()
  async saveRecipients(inputs: DonationRecipientInput[], saved_by: string, @MedusaContext() context: Context<EntityManager> = {}): Promise<string[]> {
    await context.transactionManager!.execute("select pg_advisory_xact_lock(hashtextextended('donation:recipients', 0))")
    const ids: string[] = []
    for (const input of inputs) {
      const [held] = await this.listDonationRecipients({ name: input.name, county_code: input.county_code }, { select: ["id"] }, context)
      const saved = held ? await this.updateDonationRecipients({ id: held.id, ...input, saved_by }, context) : await this.createDonationRecipients({ ...input, saved_by }, context)
      ids.push(saved.id)
    }
    return ids
  }
}

import { MedusaService } from "@medusajs/framework/utils"
import { TransferReceipt } from "./models/transfer-receipt"

/** What finance registered of transfers that arrived. The money itself is core's capture, whose `created_by` is the receipt. */
export class TransferModuleService extends MedusaService({ TransferReceipt }) {}

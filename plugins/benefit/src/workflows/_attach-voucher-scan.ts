import type { MedusaContainer } from "@medusajs/framework/types"
import { VOUCHER_MODULE, type VoucherModuleService } from "../modules/voucher"
import type { Scan } from "../modules/voucher/scans"

/** Keeps a scan, sealed. No workflow: the engine would keep the bytes of a step's input, and they are personal data. */
export async function attachVoucherScan(container: MedusaContainer, voucherId: string, content: Buffer, actor_id: string): Promise<Scan> {
  return await container.resolve<VoucherModuleService>(VOUCHER_MODULE).appendScan(voucherId, content, actor_id)
}

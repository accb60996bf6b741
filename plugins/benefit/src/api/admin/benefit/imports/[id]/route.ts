import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { VOUCHER_MODULE, type VoucherModuleService } from "../../../../../modules/voucher"

/** One's own import: how far it is, and what is wrong where. */
export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json({ import: await req.scope.resolve<VoucherModuleService>(VOUCHER_MODULE).readRun(req.params.id!, req.auth_context.actor_id) })
}

import { allowed, type StaffRequest } from "@fupin/access"
import { LedgerEntryList, LedgerEntryQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { decidePeriod } from "../../../../domain/period"
import { regionPrefix } from "../../../../domain/place"
import { LEDGER_MODULE, type LedgerModuleService } from "../../../../modules/ledger"
import { readInput } from "../../../../read-input"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { period, region, ...query } = readInput(LedgerEntryQuery, req.query)
  const { from, to } = period ? allowed(decidePeriod(period)) : {}
  const region_prefixes = req.staffRegions.includes("*") ? null : req.staffRegions.map(regionPrefix)
  const ledger = req.scope.resolve<LedgerModuleService>(LEDGER_MODULE)
  res.json(LedgerEntryList.parse(await ledger.readEntries({ ...query, from, to, region_prefixes, within: region && regionPrefix(region) })))
}

import { allowed, decideRegion, type StaffRequest } from "@fupin/access"
import { FILING_MODULE, type FilingModuleService, type FilingRow } from "../modules/filing"

/** The filing of this route, when its unit lies within the caller's regions. Errors: not_found, not_in_your_region. */
export async function requireFiling<Body>(req: StaffRequest<Body>, id = req.params.id!): Promise<FilingRow> {
  const filing = await req.scope.resolve<FilingModuleService>(FILING_MODULE).readFiling(id)
  allowed(decideRegion(filing.unit.region_code, req.staffRegions), "forbidden")
  return filing
}

/** The same for who receives it: their regions hold the unit above, or the unit itself where none is. Errors: not_found, not_in_your_region. */
export async function requireReceivedFiling<Body>(req: StaffRequest<Body>): Promise<FilingRow> {
  const filing = await req.scope.resolve<FilingModuleService>(FILING_MODULE).readFiling(req.params.id!)
  allowed(decideRegion(filing.unit.parent_region ?? filing.unit.region_code, req.staffRegions), "forbidden")
  return filing
}

import { MedusaService } from "@medusajs/framework/utils"
import { Occurrence, OccurrenceLine } from "./models/occurrence"
import { Organisation } from "./models/organisation"
import { OrganisationMember } from "./models/organisation-member"
import { StandingOrder, StandingOrderLine } from "./models/standing-order"
import { SupplyAgreement, SupplyAgreementLine } from "./models/supply-agreement"

export class InstitutionModuleService extends MedusaService({
  Organisation, OrganisationMember, SupplyAgreement, SupplyAgreementLine, StandingOrder, StandingOrderLine, Occurrence, OccurrenceLine,
}) {}

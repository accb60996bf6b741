import { campaignRoutes } from "./campaign"
import { demandRoutes } from "./demand"
import { deskRoutes } from "./desk"
import { donationRoutes } from "./donation"
import { filingRoutes } from "./filing"
import { houseRoutes } from "./house"
import { householdsRoutes } from "./households"
import { ledgerRoutes } from "./ledger"
import { organisationsRoutes } from "./organisations"
import { pairingRoutes } from "./pairing"
import { preorderRoutes } from "./preorder"
import { provenanceRoutes } from "./provenance"
import { settlementRoutes } from "./settlement"
import { shopRoutes } from "./shop"
import { spendingRoutes } from "./spending"
import { statementRoutes } from "./statement"
import { supplyRoutes } from "./supply"
import { vouchersRoutes } from "./vouchers"
import { workbenchRoutes } from "./workbench"
import type { Routes } from "./door"

export { type Door, EVERY_ROLE, type Role } from "./door"

/** Every custom route and who may pass its door, area by area. A route that stands in none fails the test. */
export const ROUTES: Routes = {
  ...campaignRoutes, ...demandRoutes, ...deskRoutes, ...donationRoutes, ...filingRoutes, ...houseRoutes, ...householdsRoutes,
  ...ledgerRoutes, ...organisationsRoutes, ...pairingRoutes, ...preorderRoutes, ...provenanceRoutes, ...settlementRoutes, ...shopRoutes,
  ...spendingRoutes, ...statementRoutes, ...supplyRoutes, ...vouchersRoutes, ...workbenchRoutes,
}

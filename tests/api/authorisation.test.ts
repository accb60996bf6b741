import fs from "node:fs"
import path from "node:path"
import { createHmac } from "node:crypto"
import { STAFF_MODULE, type StaffModuleService } from "@fupin/access/modules/staff"
import { placeOrdersWorkflow } from "@fupin/checkout/workflows"
import { changeMemberWorkflow, saveMembersWorkflow } from "@fupin/institution/workflows"
import { Modules } from "@medusajs/framework/utils"
import { importStore, type OpenStore } from "../../seed/importers/store"
import { signInCustomer } from "../support/customer"
import { createGoods } from "../support/goods"
import { openInstitutions } from "../support/institution"
import { ADDRESS, shopHeaders } from "../support/purchase"
import { attacks, BOUNDLESS, type ScopeCase, scopeCases } from "../support/scope-cases"
import { openScopedWorld } from "../support/scoped-world"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

/**
 * Every custom route and who may pass its door. `staff`: nobody and customers 401, staff whose role lacks the permission
 * 403 (null: every role has it), the role named passes. `customer`: nobody 401. `order`: as the matrix of orders below says. `open`: everybody.
 * A route that is not in the table fails the test.
 */
const ROUTES: Record<string, "open" | "order" | "customer" | { passes: Role; stopped: Role | null }> = {
  "GET /admin/staff-scopes": { passes: "administrator", stopped: "office" },
  "POST /admin/staff-scopes": { passes: "administrator", stopped: "office" },
  "DELETE /admin/staff-scopes/:id": { passes: "administrator", stopped: "office" },
  "GET /admin/benefit/households": { passes: "town_clerk", stopped: "finance" },
  "POST /admin/benefit/households": { passes: "town_clerk", stopped: "auditor" },
  "GET /admin/benefit/households/:id": { passes: "auditor", stopped: "finance" },
  "POST /admin/benefit/households/:id": { passes: "town_clerk", stopped: "auditor" },
  "POST /admin/benefit/households/:id/reveal": { passes: "office", stopped: "auditor" },
  "GET /admin/benefit/households/:id/record": { passes: "auditor", stopped: "finance" },
  "POST /admin/benefit/households/:id/consents": { passes: "town_clerk", stopped: "auditor" },
  "POST /admin/benefit/households/:id/consents/withdraw": { passes: "town_clerk", stopped: "auditor" },
  "POST /admin/benefit/households/:id/erasure": { passes: "town_clerk", stopped: "auditor" },
  "POST /admin/benefit/households/:id/erasure/end": { passes: "office", stopped: "town_clerk" },
  "GET /admin/benefit/household-duplicates": { passes: "town_clerk", stopped: "finance" },
  "GET /admin/benefit/proposals": { passes: "auditor", stopped: "finance" },
  "POST /admin/benefit/proposals": { passes: "town_clerk", stopped: "auditor" },
  "GET /admin/benefit/proposals/:id": { passes: "auditor", stopped: "finance" },
  "POST /admin/benefit/proposals/:id/review": { passes: "office", stopped: "town_clerk" },
  "POST /admin/benefit/proposals/:id/withdraw": { passes: "town_clerk", stopped: "auditor" },
  "POST /admin/benefit/household-lookup": { passes: "town_clerk", stopped: "finance" },
  "GET /admin/benefit/linkages": { passes: "auditor", stopped: "finance" },
  "POST /admin/benefit/linkages": { passes: "office", stopped: "town_clerk" },
  "POST /admin/benefit/linkages/:id/approve": { passes: "office", stopped: "town_clerk" },
  "GET /admin/benefit/access-log": { passes: "auditor", stopped: "office" },
  "GET /admin/benefit/reporting-units": { passes: "town_clerk", stopped: "finance" },
  "POST /admin/benefit/reporting-units": { passes: "office", stopped: "town_clerk" },
  "POST /admin/benefit/reporting-units/settings": { passes: "office", stopped: "town_clerk" },
  "GET /admin/benefit/filings": { passes: "auditor", stopped: "finance" },
  "GET /admin/benefit/filings/:id": { passes: "town_clerk", stopped: "finance" },
  "GET /admin/benefit/filings/:id/papers": { passes: "auditor", stopped: "finance" },
  "POST /admin/benefit/filings/:id/submit": { passes: "town_clerk", stopped: "auditor" },
  "POST /admin/benefit/filings/:id/return": { passes: "office", stopped: "town_clerk" },
  "POST /admin/benefit/filings/:id/accept": { passes: "office", stopped: "town_clerk" },
  "POST /admin/benefit/filings/:id/reasons": { passes: "town_clerk", stopped: "auditor" },
  "POST /admin/benefit/filings/:id/attachments": { passes: "town_clerk", stopped: "auditor" },
  "GET /admin/benefit/filings/attachments/:id": { passes: "auditor", stopped: "finance" },
  "DELETE /admin/benefit/filings/attachments/:id": { passes: "town_clerk", stopped: "auditor" },
  "GET /admin/benefit/ledger": { passes: "finance", stopped: "town_clerk" },
  "GET /admin/benefit/performance": { passes: "auditor", stopped: "finance" },
  "POST /admin/benefit/targets": { passes: "office", stopped: "town_clerk" },
  "POST /admin/benefit/scorecards": { passes: "office", stopped: "auditor" },
  "POST /admin/benefit/bulletins": { passes: "office", stopped: "auditor" },
  "GET /admin/benefit/totals": { passes: "finance", stopped: "town_clerk" },
  "GET /admin/benefit/entries": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/benefit/reconcile": { passes: "office", stopped: "auditor" },
  "POST /admin/benefit/verify": { passes: "office", stopped: "auditor" },
  "POST /admin/benefit/orders/:id/acceptance": { passes: "finance", stopped: "auditor" },
  "GET /admin/benefit/vouchers": { passes: "town_clerk", stopped: null },
  "POST /admin/benefit/vouchers": { passes: "town_clerk", stopped: "auditor" },
  "GET /admin/benefit/vouchers/:id": { passes: "auditor", stopped: null },
  "GET /admin/benefit/vouchers/:id/print": { passes: "town_clerk", stopped: "auditor" },
  "GET /admin/benefit/vouchers/:id/scan": { passes: "auditor", stopped: null },
  "POST /admin/benefit/vouchers/:id/scan": { passes: "town_clerk", stopped: "auditor" },
  "POST /admin/benefit/vouchers/:id/approve": { passes: "office", stopped: "auditor" },
  "POST /admin/benefit/vouchers/:id/reject": { passes: "finance", stopped: "auditor" },
  "POST /admin/benefit/vouchers/:id/withdraw": { passes: "town_clerk", stopped: "auditor" },
  "POST /admin/benefit/vouchers/:id/correct": { passes: "town_clerk", stopped: "auditor" },
  "POST /admin/benefit/vouchers-import": { passes: "town_clerk", stopped: "auditor" },
  "GET /admin/benefit/vouchers-template": { passes: "town_clerk", stopped: null },
  "POST /admin/benefit/imports": { passes: "town_clerk", stopped: "auditor" },
  "GET /admin/benefit/imports/:id": { passes: "town_clerk", stopped: "auditor" },
  "GET /admin/benefit/imports-template": { passes: "office", stopped: "finance" },
  "GET /admin/benefit/imports-export": { passes: "office", stopped: "finance" },
  "GET /admin/benefit/refunds": { passes: "finance", stopped: "town_clerk" },
  "POST /admin/benefit/refunds/:id": { passes: "finance", stopped: "auditor" },
  "GET /admin/benefit/settlements": { passes: "auditor", stopped: "town_clerk" },
  "GET /admin/benefit/settlements/:id": { passes: "auditor", stopped: "town_clerk" },
  "GET /admin/benefit/settlement-cases": { passes: "auditor", stopped: "town_clerk" },
  "GET /admin/benefit/settlement-scans/:id": { passes: "auditor", stopped: "town_clerk" },
  "GET /admin/benefit/settlement-statements/:id": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/benefit/settlements": { passes: "finance", stopped: "auditor" },
  "POST /admin/benefit/settlements/:id/submit": { passes: "finance", stopped: "auditor" },
  "POST /admin/benefit/settlements/:id/cancel": { passes: "finance", stopped: "auditor" },
  "POST /admin/benefit/settlements/:id/batches": { passes: "finance", stopped: "auditor" },
  "POST /admin/benefit/settlements/:id/returns": { passes: "finance", stopped: "auditor" },
  "POST /admin/benefit/settlements/:id/scans": { passes: "finance", stopped: "auditor" },
  "POST /admin/benefit/settlements/:id/cash": { passes: "finance", stopped: "auditor" },
  "POST /admin/benefit/settlement-suspense/:id": { passes: "finance", stopped: "auditor" },
  "POST /admin/benefit/settlement-payments/:id/retry": { passes: "finance", stopped: "auditor" },
  "POST /admin/benefit/settlement-payments/:id/return": { passes: "finance", stopped: "auditor" },
  "POST /admin/benefit/settlement-payments/:id/release": { passes: "finance", stopped: "auditor" },
  "POST /admin/benefit/settlement-holds": { passes: "finance", stopped: "auditor" },
  "POST /admin/benefit/settlement-successors": { passes: "finance", stopped: "auditor" },
  "POST /admin/benefit/settlement-successors/:id/end": { passes: "finance", stopped: "auditor" },
  "POST /admin/benefit/settlement-write-offs": { passes: "finance", stopped: "auditor" },
  "POST /admin/benefit/settlements/:id/approve": { passes: "office", stopped: "finance" },
  "POST /admin/benefit/settlement-payments/:id/payee": { passes: "office", stopped: "finance" },
  "POST /admin/benefit/settlement-holds/:id/release": { passes: "office", stopped: "finance" },
  "POST /admin/benefit/settlement-successors/:id/approve": { passes: "office", stopped: "finance" },
  "POST /admin/benefit/settlement-write-offs/:id/decide": { passes: "office", stopped: "finance" },
  "POST /admin/benefit/settlement-settings": { passes: "office", stopped: "finance" },
  "POST /admin/checkout/orders/:id/transfers": { passes: "finance", stopped: "auditor" },
  "POST /admin/provenance/certificates": { passes: "office", stopped: "auditor" },
  "GET /admin/provenance/divisions": { passes: "auditor", stopped: "finance" },
  "GET /admin/provenance/producers": { passes: "auditor", stopped: "finance" },
  "POST /admin/provenance/producers": { passes: "office", stopped: "auditor" },
  "POST /admin/provenance/regions": { passes: "office", stopped: "auditor" },
  "GET /admin/provenance/products/:id": { passes: "auditor", stopped: "finance" },
  "POST /admin/provenance/products/:id/profile": { passes: "office", stopped: "auditor" },
  "POST /admin/provenance/products/:id/designations": { passes: "office", stopped: "auditor" },
  "POST /admin/provenance/designations/:id": { passes: "office", stopped: "auditor" },
  "GET /admin/institution/agreements": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/agreements": { passes: "office", stopped: "auditor" },
  "GET /admin/institution/agreements/:id": { passes: "auditor", stopped: "town_clerk" },
  "GET /admin/institution/agreements/:id/paper": { passes: "auditor", stopped: "town_clerk" },
  "GET /admin/institution/agreements/:id/scan": { passes: "auditor", stopped: "town_clerk" },
  "GET /admin/institution/pledges": { passes: "auditor", stopped: "town_clerk" },
  "GET /admin/institution/price-indices": { passes: "auditor", stopped: "town_clerk" },
  "GET /admin/institution/shortage-rules": { passes: "auditor", stopped: "town_clerk" },
  "GET /admin/institution/packing": { passes: "auditor", stopped: "town_clerk" },
  "GET /admin/institution/run-digest": { passes: "auditor", stopped: "town_clerk" },
  "GET /admin/institution/dry-run": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/agreements/:id/proposals": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/agreement-proposals/:id": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/agreements/:id/scan": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/agreements/:id/sign": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/agreements/:id/renew": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/agreements/:id/terminate": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/pledges": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/price-indices": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/shortage-rules": { passes: "office", stopped: "auditor" },
  "GET /store/institution/agreements/:id": "customer",
  "GET /store/institution/agreements/:id/paper": "customer",
  "POST /store/institution/agreements/:id/proposals": "customer",
  "POST /store/institution/agreement-proposals/:id": "customer",
  "GET /store/institution/agreements/:id/quick-entry": "customer",
  "POST /store/institution/agreements/:id/quick-entry": "customer",
  "POST /store/institution/quick-entry": "customer",
  "GET /store/institution/vacations": "customer",
  "POST /store/institution/vacations": "customer",
  "POST /store/institution/vacations/:id/remove": "customer",
  "POST /store/institution/occurrences/:id/headcount": "customer",
  "POST /store/institution/occurrences/:id/substitute": "customer",
  "POST /store/institution/occurrences/:id/replenish": "customer",
  "GET /admin/institution/standing-orders": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/standing-orders": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/standing-orders/run": { passes: "office", stopped: "finance" },
  "GET /admin/institution/digest": { passes: "finance", stopped: "town_clerk" },
  "GET /admin/institution/occurrences": { passes: "finance", stopped: "town_clerk" },
  "POST /admin/institution/members/:id/leave": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/members/:id/verify": { passes: "office", stopped: "auditor" },
  "GET /admin/institution/donation-recipients": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/donation-recipients": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/donation-recipients/:id/close": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/donation-recipients/:id/open": { passes: "office", stopped: "auditor" },
  "GET /admin/institution/organisations": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/organisations": { passes: "office", stopped: "auditor" },
  "GET /admin/institution/organisations/:id/members": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/organisations/:id/members": { passes: "office", stopped: "auditor" },
  "GET /admin/institution/organisations/:id/approval-policy": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/organisations/:id/approval-policy": { passes: "office", stopped: "finance" },
  "GET /admin/institution/organisations/:id/budgets": { passes: "finance", stopped: "town_clerk" },
  "POST /admin/institution/organisations/:id/budgets": { passes: "office", stopped: "auditor" },
  "GET /admin/institution/organisations/:id/budget": { passes: "finance", stopped: "town_clerk" },
  "POST /admin/institution/organisations/:id/spending-plans": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/organisations/:id/headcounts": { passes: "office", stopped: "auditor" },
  "GET /admin/institution/organisations/:id/profile": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/organisations/:id/relations": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/relations/:id/end": { passes: "office", stopped: "finance" },
  "POST /admin/institution/organisations/:id/exemption": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/organisations/:id/invitations": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/invitations/:id/revoke": { passes: "office", stopped: "finance" },
  "GET /admin/institution/share-rates": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/share-rates": { passes: "office", stopped: "auditor" },
  "GET /admin/institution/outside-purchases": { passes: "finance", stopped: "town_clerk" },
  "GET /admin/institution/outside-purchases/:id/proof": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/outside-purchases/:id/decision": { passes: "office", stopped: "finance" },
  "POST /admin/institution/organisations/:id/verify": { passes: "office", stopped: "auditor" },
  "GET /admin/institution/statements": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/statements": { passes: "office", stopped: "finance" },
  "GET /admin/institution/statements/:id": { passes: "finance", stopped: "town_clerk" },
  "POST /admin/institution/statements/:id/send": { passes: "office", stopped: "finance" },
  "POST /admin/institution/statements/:id/adjust": { passes: "office", stopped: "finance" },
  "POST /admin/institution/bank-files": { passes: "finance", stopped: "auditor" },
  "GET /admin/institution/bank-rows": { passes: "finance", stopped: "auditor" },
  "POST /admin/institution/bank-rows/:id/resolve": { passes: "finance", stopped: "auditor" },
  "GET /admin/institution/invoices": { passes: "auditor", stopped: "town_clerk" },
  "GET /admin/institution/invoices/:id/file": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/invoices/:id/issue": { passes: "finance", stopped: "auditor" },
  "POST /admin/institution/invoices/:id/red": { passes: "finance", stopped: "auditor" },
  "GET /admin/institution/occurrences/:id/acceptance": { passes: "auditor", stopped: "town_clerk" },
  "GET /admin/institution/occurrences/:id/photos/:photo": { passes: "auditor", stopped: "town_clerk" },
  "GET /admin/institution/occurrences/:id/delivery-notes/:order": { passes: "finance", stopped: "town_clerk" },
  "POST /admin/institution/organisations/:id/acceptance-rule": { passes: "office", stopped: "finance" },
  "GET /store/institution/occurrences/:id/acceptance": "customer",
  "POST /store/institution/occurrences/:id/acceptance/countersign": "customer",
  "POST /store/institution/occurrences/:id/photos": "customer",
  "GET /store/institution/occurrences/:id/photos/:photo": "customer",
  "GET /store/institution/occurrences/:id/delivery-notes/:order": "customer",
  "GET /store/institution/statements": "customer",
  "GET /store/institution/statements/:id": "customer",
  "POST /store/institution/statements/:id/confirm": "customer",
  "POST /store/institution/statements/:id/dispute": "customer",
  "GET /store/institution/invoices": "customer",
  "POST /store/institution/invoices": "customer",
  "GET /store/institution/invoices/:id/file": "customer",
  "POST /store/institution/invoices/:id/withdraw": "customer",
  "GET /store/institution/approvals": "customer",
  "POST /store/institution/approvals/:id/decision": "customer",
  "POST /store/institution/approvals/:id/ask-again": "customer",
  "GET /store/institution/approval-policy": "customer",
  "GET /store/institution/delegations": "customer",
  "POST /store/institution/delegations": "customer",
  "POST /store/institution/delegations/:id/end": "customer",
  "GET /admin/institution/campaigns": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/campaigns/:id/transfers": { passes: "finance", stopped: "auditor" },
  "GET /store/institution/campaigns": "customer",
  "POST /store/institution/campaigns": "customer",
  "GET /store/institution/campaigns/:id": "customer",
  "POST /store/institution/campaigns/:id": "customer",
  "POST /store/institution/campaigns/:id/steps": "customer",
  "POST /store/institution/campaigns/:id/packs": "customer",
  "POST /store/institution/campaigns/:id/minutes": "customer",
  "POST /store/institution/campaigns/:id/roster": "customer",
  "GET /store/institution/campaigns/:id/recipients": "customer",
  "POST /store/institution/campaigns/:id/recipients": "customer",
  "POST /store/institution/campaigns/:id/recipients/:recipient": "customer",
  "GET /store/institution/campaigns/:id/orders": "customer",
  "GET /store/institution/campaigns/:id/evidence": "customer",
  "POST /store/institution/campaigns/:id/hand-outs": "customer",
  "POST /store/institution/campaigns/:id/replacements": "customer",
  "GET /store/institution/campaigns/:id/files/:file": "customer",
  "POST /store/gift": "open",
  "POST /store/gift/choice": "open",
  "GET /store/institution/budget": "customer",
  "POST /store/institution/outside-purchases": "customer",
  "POST /store/institution/credits": "customer",
  "GET /store/institution/organisation": "customer",
  "POST /store/institution/invitations": "customer",
  "POST /store/institution/invoice-titles": "customer",
  "POST /store/institution/invoice-titles/:id/end": "customer",
  "POST /store/institution/delivery-points": "customer",
  "POST /store/institution/delivery-points/:id/end": "customer",
  "GET /store/institution/organisations": "customer",
  "GET /store/institution/orders": "customer",
  "GET /store/institution/agreements": "customer",
  "GET /store/institution/standing-orders": "customer",
  "POST /store/institution/standing-orders": "customer",
  "GET /store/institution/standing-orders/:id": "customer",
  "POST /store/institution/standing-orders/:id": "customer",
  "POST /store/institution/standing-orders/:id/pause": "customer",
  "POST /store/institution/standing-orders/:id/resume": "customer",
  "POST /store/institution/standing-orders/:id/end": "customer",
  "GET /store/institution/occurrences": "customer",
  "GET /store/institution/occurrences/:id": "customer",
  "POST /store/institution/occurrences/:id/skip": "customer",
  "POST /store/institution/occurrences/:id/restore": "customer",
  "POST /store/institution/occurrences/:id/lines": "customer",
  "POST /store/institution/occurrences/:id/acceptance": "customer",
  "POST /store/institution/preview": "customer",
  "GET /admin/benefit/roster": { passes: "auditor", stopped: "finance" },
  "GET /admin/benefit/papers": { passes: "auditor", stopped: "finance" },
  "POST /admin/benefit/papers": { passes: "town_clerk", stopped: "auditor" },
  "GET /admin/benefit/papers/:id/file": { passes: "auditor", stopped: "finance" },
  "POST /admin/benefit/papers/:id/void": { passes: "office", stopped: "town_clerk" },
  "GET /admin/benefit/paper-templates": { passes: "auditor", stopped: "finance" },
  "POST /admin/benefit/paper-templates": { passes: "office", stopped: "town_clerk" },
  "GET /admin/benefit/evidence": { passes: "town_clerk", stopped: "finance" },
  "GET /store/benefit/summary": "open",
  "GET /store/benefit/seal": "open",
  "GET /store/orders/:id/benefit/proof": "order",
  "GET /store/catalogue": "open",
  "GET /store/orders/:id/benefit": "order",
  "GET /ready": "open",
  "GET /static/:key": "open",
  "GET /store/divisions": "open",
  "GET /store/donation-recipients": "open",
  "GET /store/verify/:number": "open",
  "GET /store/provenance/products/:id": "open",
  "POST /store/benefit/preview": "open",
  "POST /store/checkout": "open",
  "POST /store/checkout/quote": "open",
  "GET /store/orders/:id/payment": "order",
  "POST /store/orders/:id/acceptance": "order",
}

type Role = "administrator" | "office" | "town_clerk" | "finance" | "auditor"

/** Core's own store routes about one order, and ours. */
const ORDER_ROUTES = [
  "GET /store/orders/:id", "GET /store/orders/:id/payment", "GET /store/orders/:id/benefit", "POST /store/orders/:id/acceptance",
  "POST /store/orders/:id/transfer/accept", "POST /store/orders/:id/transfer/decline", "POST /store/returns",
]

const ROOT = path.resolve(__dirname, "../..")
const orderId = (name: string) => `order_${createHmac("sha256", "test").update(name).digest("hex").slice(0, 32)}`

/** The routes of every plugin and of the backend. */
function discover(): string[] {
  const folders = ["backend", ...fs.readdirSync(path.join(ROOT, "plugins")).map((plugin) => `plugins/${plugin}`)].map((place) => path.join(ROOT, place, "src/api"))
  return folders.filter((folder) => fs.existsSync(folder)).flatMap((folder) => fs.readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .flatMap((file) => methodsOf(path.join(folder, file)).map((method) => `${method} /${path.dirname(file).replace(/\[(\w+)\]/g, ":$1")}`)))
}

function methodsOf(file: string): string[] {
  return [...fs.readFileSync(file, "utf8").matchAll(/^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/gm)].map((match) => match[1]!)
}

describeShop(({ api, getContainer }) => {
  let store: OpenStore
  beforeAll(async () => { store = await importStore(getContainer()) })

  const ask = async (route: string, headers: object, body: object = {}, id = "none") => {
    const [method, pattern] = route.split(" ") as [string, string]
    const url = pattern.replace(/:\w+/g, id)
    const options = { headers: { ...(url.startsWith("/store") ? shopHeaders(store).headers : {}), ...headers }, validateStatus: null }
    return method === "GET" ? api.get(url, options) : method === "DELETE" ? api.delete(url, options) : api.post(url, body, options)
  }

  /** Two administrators of everywhere until a moment ago: one whose term ran out, one whose scope was taken away. */
  const signInFormerStaff = async () => {
    const [expired, removed] = [await signInStaff(getContainer(), "administrator"), await signInStaff(getContainer(), "administrator")]
    const scopes = getContainer().resolve<StaffModuleService>(STAFF_MODULE)
    const [[term], [held]] = [await scopes.listStaffScopes({ user_id: expired.user_id }), await scopes.listStaffScopes({ user_id: removed.user_id })]
    await scopes.updateStaffScopes({ id: term!.id, valid_to: new Date(Date.now() - 1000) })
    await scopes.softDeleteStaffScopes([held!.id])
    return [expired.headers, removed.headers]
  }

  describe("every door", () => {
    it("of ours stands in the table, and the table names no door that is gone", () => {
      expect(discover().sort()).toEqual(Object.keys(ROUTES).sort())
    })

    it("lets through whom it should and nobody else", async () => {
      const staff: Partial<Record<Role | "none", object>> = {}
      for (const role of ["administrator", "office", "town_clerk", "finance", "auditor"] as const) staff[role] = (await signInStaff(getContainer(), role)).headers
      const nobodys = (await signInStaff(getContainer())).headers
      const formers = await signInFormerStaff()
      const customer = (await signInCustomer(getContainer(), store, "zhao@example.cn")).headers
      const wrong: string[] = []
      const expectStatus = async (who: string, route: string, headers: object, allowed: (status: number) => boolean) => {
        const { status } = await ask(route, headers)
        if (!allowed(status)) wrong.push(`${route} answered ${status} to ${who}`)
      }
      const enters = (status: number) => status < 500 && status !== 401 && status !== 403
      for (const [route, door] of Object.entries(ROUTES)) {
        if (door === "open") await expectStatus("nobody", route, {}, enters)
        if (door === "customer") for (const headers of [{}, staff.administrator!]) await expectStatus("nobody, or staff,", route, headers, (status) => status === 401)
        if (typeof door === "string") continue
        await expectStatus("nobody", route, {}, (status) => status === 401)
        await expectStatus("a customer", route, customer, (status) => status === 401)
        for (const headers of [nobodys, ...formers]) await expectStatus("staff without a role, or whose role has ended,", route, headers, (status) => status === 403)
        if (door.stopped) await expectStatus(door.stopped, route, staff[door.stopped]!, (status) => status === 403)
        await expectStatus(door.passes, route, staff[door.passes]!, enters)
      }
      expect(wrong).toEqual([])
    })

    it("of what lies in a region opens to staff of that region alone", async () => {
      const [within, elsewhere] = [await signInStaff(getContainer(), "administrator", "500000"), await signInStaff(getContainer(), "administrator", "420000")]
      const world = await openScopedWorld(getContainer(), await openInstitutions(getContainer()), within.user_id)
      const cases = scopeCases(world)
      expect([...new Set(cases.map(({ route }) => route)), ...Object.keys(BOUNDLESS)].sort()).toEqual(Object.keys(ROUTES).filter((route) => route.includes("/admin/")).sort())
      const wrong: string[] = []
      const check = async ({ route, id, query, body, mark }: ScopeCase, staff: { headers: object }, opens: boolean) => {
        const { status, data } = await ask(query ? `${route}?${query}` : route, staff.headers, body, id)
        const told = mark !== undefined && JSON.stringify(data).includes(mark)
        const isRight = opens ? status < 300 && (told || mark === undefined) : mark === undefined ? ["not_in_your_region", "not_found", "household_code_taken"].includes(data.code) : status < 300 && !told
        if (!isRight) wrong.push(`${route}?${query ?? ""} answered ${status} ${data.code ?? ""} to staff of ${opens ? "the" : "another"} region ${JSON.stringify(body ?? {}).slice(0, 120)}`)
      }
      for (const one of [...cases, ...attacks(world)]) await check(one, elsewhere, false)
      for (const one of cases) await check(one, within, true)
      expect(wrong).toEqual([])
    })

    it("is the same door however it is spelled, and a session of one kind opens none of the other", async () => {
      const [nobodys, customer, administrator] = [await signInStaff(getContainer()), await signInCustomer(getContainer(), store, "zhao@example.cn"), await signInStaff(getContainer(), "administrator")]
      const status = async (method: "get" | "head", path: string, headers: object) => (await api[method](path, { headers: { ...shopHeaders(store).headers, ...headers }, validateStatus: null })).status
      for (const path of ["/ADMIN/benefit/households", "/admin/Benefit/Households", "/admin/benefit/households/", "/admin/benefit/%68ouseholds", "/admin/./benefit/households", "/admin/benefit/households?"]) {
        for (const method of ["get", "head"] as const) for (const headers of [{}, customer.headers, nobodys.headers]) expect([method, path, await status(method, path, headers)], path).toEqual([method, path, expect.toSatisfy((code: number) => code >= 400 && code < 500)])
      }
      for (const path of ["/admin/orders", "/admin/customers", "/admin/users", "/admin/uploads"]) expect([path, await status("get", path, customer.headers)]).toEqual([path, 401])
      for (const path of ["/store/customers/me", "/store/customers/me/addresses", "/store/orders"]) expect([path, await status("get", path, administrator.headers)]).toEqual([path, 401])
    })

    it("of a private file opens to staff alone, whatever it is", async () => {
      const files = getContainer().resolve(Modules.FILE)
      const [file] = await files.createFiles([{ filename: "order-exports.csv", mimeType: "text/csv", content: "王小明,13800000000", access: "private" }])
      const path = new URL(file!.url).pathname
      const read = (headers: object, at = path) => api.get(at, { headers, validateStatus: null })
      const customer = await signInCustomer(getContainer(), store, "qian@example.cn")
      for (const headers of [{}, customer.headers]) expect(await read(headers)).toMatchObject({ status: 401, data: { code: "not_signed_in" } })
      const staff = await signInStaff(getContainer())
      expect(await read(staff.headers)).toMatchObject({ status: 200, data: "王小明,13800000000" })
      expect((await read(staff.headers, "/static/private-..%2f..%2fpackage.json")).status).toBe(404)
      await files.deleteFiles([file!.id])
      expect((await read(staff.headers)).status).toBe(404)
    })

    it("of an order opens to its owner alone; a guest's to whoever knows its id", async () => {
      const [wang, li] = [await signInCustomer(getContainer(), store, "wang@example.cn"), await signInCustomer(getContainer(), store, "li@example.cn")]
      const { people, school } = await openInstitutions(getContainer())
      const goods = await createGoods(getContainer(), store, "巫溪核桃", 58)
      const order = (name: string, more: object) => ({
        id: orderId(name), email: "buyer@example.cn", region_id: store.region_id, sales_channel_id: store.sales_channel_id, shipping_address: ADDRESS,
        items: [{ variant_id: goods.variant_id, quantity: 1 }], payment_provider_id: "pp_transfer_cn", ...more,
      })
      const orders = [order("wang", { customer_id: wang.customer_id }), order("guest", {}), order("school", { customer_id: people.buyer.customer_id, metadata: { organisation_id: school.id } })]
      await placeOrdersWorkflow(getContainer()).run({ input: { orders } })
      const wrong: string[] = []
      const check = async (name: string, who: string, headers: object, opens: boolean) => {
        const id = orderId(name)
        for (const route of ORDER_ROUTES) {
          const body = route.endsWith("returns") ? { order_id: id, items: [{ id: "none", quantity: 1 }], return_shipping: { option_id: "none" } } : { token: "none" }
          const { status, data } = await ask(route, headers, body, id)
          const hidden = status === 404 && data.code === "not_found"
          if (status >= 500 || (opens ? route.startsWith("GET") && status !== 200 : !hidden && status !== 401)) wrong.push(`${route} of ${name}'s order answered ${status} ${data.code} to ${who}`)
        }
      }
      await check("wang", "wang", wang.headers, true)
      await check("wang", "li", li.headers, false)
      await check("wang", "nobody", {}, false)
      await check("guest", "nobody", {}, true)
      await check("guest", "li", li.headers, true)
      await check("school", "nobody", {}, false)
      await check("school", "its buyer", people.buyer.headers, true)
      await check("school", "its receiver", people.receiver.headers, true)
      await check("school", "another organisation's member", people.other.headers, false)
      await check("school", "a stranger", people.stranger.headers, false)
      const { result: [added] } = await saveMembersWorkflow(getContainer()).run({ input: { organisation_id: school.id, members: [{ email: "stranger@example.cn", role: "buyer" }], verified: false, actor_id: "tester" } })
      await check("school", "a member not verified yet", people.stranger.headers, false)
      const change = (leaves: boolean) => changeMemberWorkflow(getContainer()).run({ input: { id: added!.id, actor_id: "tester", leaves } })
      await change(false)
      await check("school", "a member verified now", people.stranger.headers, true)
      await change(true)
      await check("school", "a member who left", people.stranger.headers, false)
      await saveMembersWorkflow(getContainer()).run({ input: { organisation_id: school.id, members: [{ email: "stranger@example.cn", role: "buyer" }], verified: false, actor_id: "tester" } })
      await check("school", "one who left, entered again and not verified anew", people.stranger.headers, false)
      for (const list of ["agreements", "standing-orders", "occurrences", "orders"]) {
        const route = `GET /store/institution/${list}?organisation_id=${school.id}`
        if ((await ask(route, people.buyer.headers)).status !== 200) wrong.push(`${route} refused its member`)
        for (const foreign of [people.other, people.stranger]) if ((await ask(route, foreign.headers)).status < 400) wrong.push(`${route} answered ${foreign.email}`)
      }
      expect(wrong).toEqual([])
    })

    it("of a customer's cart opens to that customer alone, and nobody gives a cart an organisation", async () => {
      const [wang, li] = [await signInCustomer(getContainer(), store, "wang@example.cn"), await signInCustomer(getContainer(), store, "li@example.cn")]
      const { data: { cart } } = await ask("POST /store/carts", wang.headers, { region_id: store.region_id })
      for (const route of ["GET /store/carts/:id", "POST /store/carts/:id", "POST /store/carts/:id/complete", "POST /store/carts/:id/line-items"]) {
        for (const stranger of [{}, li.headers]) expect(await ask(route, stranger, {}, cart.id), route).toMatchObject({ status: 404, data: { code: "not_found" } })
      }
      expect((await ask("GET /store/carts/:id", wang.headers, {}, cart.id)).status).toBe(200)
      for (const metadata of [{ organisation_id: "org_school" }, { organisation_name: "翠溪小学" }, { donation: { recipient_name: "翠溪小学" } }]) {
        expect(await ask("POST /store/carts", {}, { metadata })).toMatchObject({ status: 403, data: { code: "not_yours" } })
      }
    })
  })
})

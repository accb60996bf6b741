import type { Routes } from "./door"

export const ledgerRoutes: Routes = {
  "GET /admin/benefit/linkages": { passes: "auditor", stopped: "finance" },
  "POST /admin/benefit/linkages": { passes: "office", stopped: "town_clerk" },
  "POST /admin/benefit/linkages/:id/approve": { passes: "office", stopped: "town_clerk" },
  "GET /admin/benefit/ledger": { passes: "finance", stopped: "town_clerk" },
  "GET /admin/benefit/totals": { passes: "finance", stopped: "town_clerk" },
  "GET /admin/benefit/entries": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/benefit/reconcile": { passes: "office", stopped: "auditor" },
  "POST /admin/benefit/verify": { passes: "office", stopped: "auditor" },
  "POST /admin/benefit/orders/:id/acceptance": { passes: "finance", stopped: "auditor" },
  "GET /store/benefit/summary": "open",
  "GET /store/benefit/seal": "open",
  "GET /store/orders/:id/benefit/proof": "order",
  "GET /store/orders/:id/benefit": "order",
  "POST /store/benefit/preview": "open",
}

import type { Routes } from "./door"

export const donationRoutes: Routes = {
  "GET /admin/institution/group-buys": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/group-buys": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/group-buys/run": { passes: "office", stopped: "finance" },
  "POST /admin/institution/group-buys/:id/steps": { passes: "office", stopped: "auditor" },
  "GET /admin/institution/group-buys/:id/parts": { passes: "finance", stopped: "town_clerk" },
  "GET /admin/institution/donation-recipients": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/donation-recipients": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/donation-recipients/:id/close": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/donation-recipients/:id/open": { passes: "office", stopped: "auditor" },
  "GET /store/donation-recipients": "open",
  "GET /store/group-buys": "open",
  "GET /store/group-buys/:id": "open",
  "POST /store/group-buys/:id/quote": "open",
  "POST /store/group-buys/:id/join": "customer",
  "GET /store/group-buys/mine": "customer",
  "POST /store/group-buy-parts/:id/leave": "customer",
}

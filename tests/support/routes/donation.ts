import type { Routes } from "./door"

export const donationRoutes: Routes = {
  "GET /admin/institution/donation-recipients": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/donation-recipients": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/donation-recipients/:id/close": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/donation-recipients/:id/open": { passes: "office", stopped: "auditor" },
  "GET /store/donation-recipients": "open",
}

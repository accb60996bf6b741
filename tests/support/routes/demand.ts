import type { Routes } from "./door"

export const demandRoutes: Routes = {
  "GET /admin/institution/demands": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/demands/:id/quotes": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/demand-quotes/:id/withdraw": { passes: "office", stopped: "auditor" },
  "GET /store/institution/demands": "customer",
  "POST /store/institution/demands": "customer",
  "GET /store/institution/demands/:id": "customer",
  "POST /store/institution/demands/:id/choice": "customer",
  "POST /store/institution/demands/:id/withdraw": "customer",
}

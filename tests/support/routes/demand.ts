import { EVERY_ROLE, type Routes } from "./door"

export const demandRoutes: Routes = {
  "GET /admin/institution/demands": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/demands/:id/quotes": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/demand-quotes/:id/withdraw": { passes: "office", stopped: "auditor" },
  "GET /store/institution/demands": { members: EVERY_ROLE },
  "POST /store/institution/demands": { members: ["buyer"] },
  "GET /store/institution/demands/:id": { members: EVERY_ROLE },
  "POST /store/institution/demands/:id/choice": { members: ["buyer"] },
  "POST /store/institution/demands/:id/withdraw": { members: ["buyer"] },
}

import type { Routes } from "./door"

export const houseRoutes: Routes = {
  "GET /admin/staff-scopes": { passes: "administrator", stopped: "office" },
  "POST /admin/staff-scopes": { passes: "administrator", stopped: "office" },
  "DELETE /admin/staff-scopes/:id": { passes: "administrator", stopped: "office" },
  "GET /ready": "open",
  "GET /static/:key": "open",
}

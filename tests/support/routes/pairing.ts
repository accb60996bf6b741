import { EVERY_ROLE, type Routes } from "./door"

export const pairingRoutes: Routes = {
  "GET /admin/institution/pairs": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/pairs": { passes: "office", stopped: "auditor" },
  "GET /store/institution/pairs": { members: EVERY_ROLE },
}

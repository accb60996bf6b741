import { EVERY_ROLE, type Routes } from "./door"

export const pairingRoutes: Routes = {
  "GET /admin/institution/pairs": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/pairs": { passes: "office", stopped: "auditor" },
  "GET /store/institution/pairs": { members: EVERY_ROLE },
  "GET /admin/institution/bases": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/bases": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/bases/:id": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/bases/:id/steps": { passes: "office", stopped: "auditor" },
  "GET /admin/institution/base-choices": { passes: "auditor", stopped: "town_clerk" },
  "GET /store/institution/bases": { members: EVERY_ROLE },
  "POST /store/institution/bases": { members: ["buyer"] },
  "GET /store/institution/base-choices": { members: ["buyer"] },
  "GET /store/supply-bases": "open",
}

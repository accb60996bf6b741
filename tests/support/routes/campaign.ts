import type { Routes } from "./door"

export const campaignRoutes: Routes = {
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
}

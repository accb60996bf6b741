import type { Routes } from "./door"

export const preorderRoutes: Routes = {
  "GET /admin/institution/preorders": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/preorders": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/preorders/run": { passes: "office", stopped: "finance" },
  "GET /admin/institution/preorders/:id/contracts": { passes: "finance", stopped: "town_clerk" },
  "POST /admin/institution/preorders/:id/steps": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/preorders/:id/harvest": { passes: "office", stopped: "finance" },
  "POST /admin/institution/preorder-contracts/:id/payments": { passes: "finance", stopped: "auditor" },
  "POST /admin/institution/preorder-contracts/:id/paybacks": { passes: "finance", stopped: "auditor" },
  "POST /admin/institution/preorder-contracts/:id/deliveries": { passes: "office", stopped: "finance" },
  "POST /admin/institution/preorder-contracts/:id/close": { passes: "office", stopped: "finance" },
  "POST /admin/institution/preorder-deliveries/:id/place": { passes: "office", stopped: "finance" },
  "POST /admin/institution/preorder-deliveries/:id/call-off": { passes: "office", stopped: "finance" },
  "POST /admin/institution/preorder-deliveries/:id/acceptance": { passes: "finance", stopped: "auditor" },
  "GET /store/institution/preorders": "customer",
  "GET /store/institution/preorders/:id": "customer",
  "POST /store/institution/preorders/:id/preview": "customer",
  "POST /store/institution/preorders/:id/book": "customer",
  "GET /store/institution/preorder-contracts/:id": "customer",
  "POST /store/institution/preorder-contracts/:id/answer": "customer",
  "POST /store/institution/preorder-deliveries/:id/acceptance": "customer",
}

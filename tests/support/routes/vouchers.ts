import type { Routes } from "./door"

export const vouchersRoutes: Routes = {
  "GET /admin/benefit/vouchers": { passes: "town_clerk", stopped: null },
  "POST /admin/benefit/vouchers": { passes: "town_clerk", stopped: "auditor" },
  "GET /admin/benefit/vouchers/:id": { passes: "auditor", stopped: null },
  "GET /admin/benefit/vouchers/:id/print": { passes: "town_clerk", stopped: "auditor" },
  "GET /admin/benefit/vouchers/:id/scan": { passes: "auditor", stopped: null },
  "POST /admin/benefit/vouchers/:id/scan": { passes: "town_clerk", stopped: "auditor" },
  "POST /admin/benefit/vouchers/:id/approve": { passes: "office", stopped: "auditor" },
  "POST /admin/benefit/vouchers/:id/reject": { passes: "finance", stopped: "auditor" },
  "POST /admin/benefit/vouchers/:id/withdraw": { passes: "town_clerk", stopped: "auditor" },
  "POST /admin/benefit/vouchers/:id/correct": { passes: "town_clerk", stopped: "auditor" },
  "POST /admin/benefit/vouchers-import": { passes: "town_clerk", stopped: "auditor" },
  "GET /admin/benefit/vouchers-template": { passes: "town_clerk", stopped: null },
}

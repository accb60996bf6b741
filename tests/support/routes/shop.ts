import type { Routes } from "./door"

export const shopRoutes: Routes = {
  "POST /admin/checkout/orders/:id/transfers": { passes: "finance", stopped: "auditor" },
  "GET /store/catalogue": "open",
  "POST /store/checkout": "open",
  "POST /store/checkout/quote": "open",
  "GET /store/orders/:id/payment": "order",
  "POST /store/orders/:id/acceptance": "order",
}

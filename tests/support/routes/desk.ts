import type { Routes } from "./door"

/** A unit's day and year. */
export const deskRoutes: Routes = {
  "GET /store/institution/today": "customer",
  "GET /store/institution/impact": "customer",
  "GET /store/institution/impact/certificates/:number": "customer",
  "POST /store/institution/impact/certificates": "customer",
  "GET /store/institution/year-sheet": "customer",
  "GET /store/institution/credits": "customer",
  "GET /store/institution/outside-purchases/:id/proof": "customer",
  "GET /store/institution/outside-purchases/lists/:organisation": "customer",
  "POST /store/institution/outside-purchases/lists": "customer",
  "POST /store/institution/outside-purchases/lists/:organisation": "customer",
  "POST /store/institution/outside-purchases/batches": "customer",
}

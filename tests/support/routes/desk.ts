import { EVERY_ROLE, type Routes } from "./door"

/** A unit's day and year. */
export const deskRoutes: Routes = {
  "GET /store/institution/today": { members: EVERY_ROLE },
  "GET /store/institution/impact": { members: EVERY_ROLE },
  "GET /store/institution/impact/certificates/:number": { members: EVERY_ROLE },
  "POST /store/institution/impact/certificates": { members: ["buyer", "approver", "finance"] },
  "GET /store/institution/year-sheet": { members: EVERY_ROLE },
  "GET /store/institution/credits": { own: "answers about an order of whoever asks" },
  "GET /store/institution/outside-purchases/:id/proof": { members: ["buyer", "approver", "finance"] },
  "GET /store/institution/outside-purchases/lists/:organisation": { members: ["buyer", "approver", "finance"] },
  "POST /store/institution/outside-purchases/lists": { members: ["buyer", "approver", "finance"] },
  "POST /store/institution/outside-purchases/lists/:organisation": { members: ["buyer", "approver", "finance"] },
  "POST /store/institution/outside-purchases/batches": { members: ["buyer", "approver", "finance"] },
}

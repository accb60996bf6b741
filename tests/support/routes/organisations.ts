import type { Routes } from "./door"

export const organisationsRoutes: Routes = {
  "POST /admin/institution/members/:id/leave": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/members/:id/verify": { passes: "office", stopped: "auditor" },
  "GET /admin/institution/organisations": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/organisations": { passes: "office", stopped: "auditor" },
  "GET /admin/institution/organisations/:id/members": { passes: "auditor", stopped: "town_clerk" },
  "POST /admin/institution/organisations/:id/members": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/organisations/:id/verify": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/organisations/:id/refuse": { passes: "office", stopped: "auditor" },
  "POST /admin/institution/members/:id/refuse": { passes: "office", stopped: "auditor" },
  "GET /store/institution/applications": { own: "answers what whoever asks applied for" },
  "POST /store/institution/applications/:id": { own: "answers to whoever applied alone" },
  "GET /store/institution/members": { members: ["manager"] },
  "POST /store/institution/members/invitations": { members: ["manager"] },
  "POST /store/institution/members/invitations/:id/revoke": { members: ["manager"] },
  "POST /store/institution/members/roles": { members: ["manager"] },
  "POST /store/institution/members/roles/:id/end": { members: ["manager"] },
  "POST /store/institution/members/end": { members: ["manager"] },
  "GET /store/institution/organisations": { own: "answers the units of whoever asks" },
}

import type { Routes } from "./door"

export const provenanceRoutes: Routes = {
  "POST /admin/provenance/certificates": { passes: "office", stopped: "auditor" },
  "GET /admin/provenance/divisions": { passes: "finance", stopped: null },
  "GET /admin/provenance/producers": { passes: "finance", stopped: null },
  "POST /admin/provenance/producers": { passes: "office", stopped: "auditor" },
  "POST /admin/provenance/regions": { passes: "office", stopped: "auditor" },
  "GET /admin/provenance/products/:id": { passes: "finance", stopped: null },
  "POST /admin/provenance/products/:id/profile": { passes: "office", stopped: "auditor" },
  "POST /admin/provenance/products/:id/designations": { passes: "office", stopped: "auditor" },
  "POST /admin/provenance/designations/:id": { passes: "office", stopped: "auditor" },
  "POST /admin/provenance/products/:id/lots": { passes: "office", stopped: "auditor" },
  "POST /admin/provenance/lots/:id/withdraw": { passes: "office", stopped: "auditor" },
  "GET /store/divisions": "open",
  "GET /store/verify/:number": "open",
  "GET /store/provenance/products/:id": "open",
}

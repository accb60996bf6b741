export { grantStaffScopeWorkflow } from "./grant-staff-scope"

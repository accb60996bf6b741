export type Role = "administrator" | "office" | "town_clerk" | "finance" | "auditor"

/**
 * Who may pass a route's door. `passes`/`stopped`: nobody and customers 401, staff whose role lacks the permission 403 (null: every
 * role has it), the role named passes. `customer`: nobody 401. `order`: as the matrix of orders says. `open`: everybody.
 */
export type Door = "open" | "order" | "customer" | { passes: Role; stopped: Role | null }
export type Routes = Record<string, Door>

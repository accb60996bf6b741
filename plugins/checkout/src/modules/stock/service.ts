import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Sql } from "../../medusa"
import { GUARD_STATEMENTS, GUARD_TRIGGERS } from "./guard.sql"

/** Any number: the same one for every process that installs the guard. */
const INSTALL_LOCK = 74_230_001

/** Keeps the stock guard in the database. Core's tables come after a plugin's migrations, so it is installed at boot. */
export class StockModuleService {
  private readonly sql: Sql

  constructor(container: Record<string, Sql>) {
    this.sql = container[ContainerRegistrationKeys.PG_CONNECTION]!
  }

  __hooks = { onApplicationStart: async () => this.installGuard() }

  /** Installs the guard, or its newer version; again changes nothing. Fails loudly where a trigger is missing afterwards. */
  async installGuard(): Promise<void> {
    await this.sql.raw(["begin", `select pg_advisory_xact_lock(${INSTALL_LOCK})`, ...GUARD_STATEMENTS, "commit"].join(";\n"))
    if (!(await this.isGuarded())) throw new Error("the stock guard could not be installed")
  }

  /** Whether every trigger of the guard is in place, for readiness. */
  async isGuarded(): Promise<boolean> {
    const { rows } = await this.sql.raw<{ tgname: string }>(`select tgname from pg_trigger where tgname = any(?) and tgenabled <> 'D'`, [GUARD_TRIGGERS])
    return rows.length === GUARD_TRIGGERS.length
  }
}

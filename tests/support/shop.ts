import path from "node:path"
import { MedusaAppLoader } from "@medusajs/framework"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

export const BACKEND_DIRECTORY = path.resolve(__dirname, "../../backend")

/** Set where databases are born migrated (scripts/test.mjs): asking again would cost each file many seconds. */
if (process.env.TEMPLATE_IS_MIGRATED) {
  MedusaAppLoader.prototype.runModulesMigrations = async () => undefined
  const plan = MedusaAppLoader.prototype.getLinksExecutionPlanner
  MedusaAppLoader.prototype.getLinksExecutionPlanner = async function () {
    await plan.call(this) // makes the links known to Query; only what it would ask of the database is done already
    return { createPlan: async () => [], executePlan: async () => undefined }
  }
}

type Options = Parameters<typeof medusaIntegrationTestRunner>[0]

/** Runs `testSuite` against the whole backend with its built plugins, on a database of its own. */
export function describeShop(testSuite: Options["testSuite"], options: Partial<Options> = {}): void {
  medusaIntegrationTestRunner({ cwd: BACKEND_DIRECTORY, inApp: true, testSuite, ...options })
}

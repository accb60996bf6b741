import path from "node:path"
import { MedusaAppLoader } from "@medusajs/framework"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

export const BACKEND_DIRECTORY = path.resolve(__dirname, "../../backend")

/** Set where databases are born migrated (scripts/test.mjs): asking again would cost each file many seconds. */
if (process.env.TEMPLATE_IS_MIGRATED) {
  MedusaAppLoader.prototype.runModulesMigrations = async () => undefined
  MedusaAppLoader.prototype.getLinksExecutionPlanner = async () => ({ createPlan: async () => [], executePlan: async () => undefined })
}

type Options = Parameters<typeof medusaIntegrationTestRunner>[0]

/** Runs `testSuite` against the whole backend with its built plugins, on a database of its own. */
export function describeShop(testSuite: Options["testSuite"], options: Partial<Options> = {}): void {
  medusaIntegrationTestRunner({ cwd: BACKEND_DIRECTORY, inApp: true, testSuite, ...options })
}

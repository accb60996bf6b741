import path from "node:path"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

export const BACKEND_DIRECTORY = path.resolve(__dirname, "../../backend")

type Options = Parameters<typeof medusaIntegrationTestRunner>[0]

/** Runs `testSuite` against the whole backend with its built plugins, on a database of its own. */
export function describeShop(testSuite: Options["testSuite"], options: Partial<Options> = {}): void {
  medusaIntegrationTestRunner({ cwd: BACKEND_DIRECTORY, inApp: true, testSuite, ...options })
}

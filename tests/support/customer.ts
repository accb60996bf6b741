import { createCustomerAccountWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken, Modules } from "@medusajs/framework/utils"
import type { OpenStore } from "../../seed/importers/store"

/** A signed-in customer of the shop: request headers (publishable key included) and the customer's id. */
export async function signInCustomer(container: MedusaContainer, store: OpenStore, email: string, name = "") {
  const identity = await container.resolve(Modules.AUTH).createAuthIdentities({ provider_identities: [{ provider: "emailpass", entity_id: email }] })
  const { result: customer } = await createCustomerAccountWorkflow(container).run({ input: { authIdentityId: identity.id, customerData: { email, first_name: name } } })
  const { http } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const token = generateJwtToken(
    { actor_id: customer.id, actor_type: "customer", auth_identity_id: identity.id, app_metadata: { customer_id: customer.id } },
    { secret: http.jwtSecret as string, expiresIn: "1d", jwtOptions: http.jwtOptions },
  )
  return { customer_id: customer.id, email, headers: { authorization: `Bearer ${token}`, "x-publishable-api-key": store.publishable_key } }
}

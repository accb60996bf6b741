import type { StaffScopeInput } from "@fupin/contract/schemas"
import { STAFF_MODULE, type StaffModuleService } from "@fupin/access/modules/staff"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken, Modules } from "@medusajs/framework/utils"

/** A signed-in staff member: request headers and the user's id. Without a role, someone who may sign in and nothing else. */
export async function signInStaff(container: MedusaContainer, role?: StaffScopeInput["role"], region = "*") {
  const users = container.resolve(Modules.USER)
  const user = await users.createUsers({ email: `${role ?? "nobody"}-${region}-${Math.random()}@example.cn` })
  const identity = await container.resolve(Modules.AUTH).createAuthIdentities({
    provider_identities: [{ provider: "emailpass", entity_id: user.email }],
    app_metadata: { user_id: user.id },
  })
  if (role) await container.resolve<StaffModuleService>(STAFF_MODULE).createStaffScopes({ user_id: user.id, role, region, valid_to: null })
  const { http } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const token = generateJwtToken(
    { actor_id: user.id, actor_type: "user", auth_identity_id: identity.id, app_metadata: { user_id: user.id } },
    { secret: http.jwtSecret as string, expiresIn: "1d", jwtOptions: http.jwtOptions },
  )
  return { user_id: user.id, headers: { authorization: `Bearer ${token}` } }
}

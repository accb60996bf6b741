import type { Api } from "./purchase"

export const PASSWORD = "a good password"

/** Somebody with an account of the shop and a password, who holds these verified roles in a unit. Answers their customer id. */
export async function joinUnit(api: Api, office: Record<string, string>, publishableKey: string, organisationId: string, { name, email }: { name: string; email: string }, roles: string[]): Promise<string> {
  const key = { "x-publishable-api-key": publishableKey }
  const { data: { token } } = await api.post("/auth/customer/emailpass/register", { email, password: PASSWORD })
  const { data: { customer } } = await api.post("/store/customers", { email, first_name: name }, { headers: { ...key, authorization: `Bearer ${token}` } })
  for (const role of roles) {
    const { data: { member } } = await api.post(`/admin/institution/organisations/${organisationId}/members`, { email, role }, { headers: office })
    await api.post(`/admin/institution/members/${member.id}/verify`, {}, { headers: office })
  }
  return customer.id
}

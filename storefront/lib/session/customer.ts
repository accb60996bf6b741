import "server-only"
import { z } from "zod"
import { request } from "@/lib/api"

const Token = z.object({ token: z.string() })

/** A customer as core answers; Chinese names are whole, in `first_name`. */
const CustomerAnswer = z.object({
  customer: z.object({ id: z.string(), email: z.string(), first_name: z.string().nullable(), phone: z.string().nullable(), created_at: z.string() })
    .transform(({ first_name, ...rest }) => ({ ...rest, name: first_name ?? "" })),
})
export type Customer = z.infer<typeof CustomerAnswer>["customer"]

export interface Credentials {
  email: string
  password: string
}

export async function getToken(credentials: Credentials): Promise<string> {
  return (await request("/auth/customer/emailpass", Token, { method: "POST", body: credentials })).token
}

/** A token that may only create the customer it is for. An identity left half-made by an interrupted registration is taken up again. */
export async function getRegistrationToken(credentials: Credentials): Promise<string> {
  return (await request("/auth/customer/emailpass/register", Token, { method: "POST", body: credentials })).token
}

export async function createCustomer(token: string, customer: { email: string; name: string; phone: string }): Promise<Customer> {
  const body = { email: customer.email, first_name: customer.name, phone: customer.phone || null }
  return (await request("/store/customers", CustomerAnswer, { method: "POST", token, body })).customer
}

export async function getCustomer(token: string): Promise<Customer> {
  return (await request("/store/customers/me", CustomerAnswer, { token })).customer
}

export async function changeCustomer(token: string, { name, phone }: { name: string; phone: string }): Promise<Customer> {
  const body = { first_name: name, phone: phone || null }
  return (await request("/store/customers/me", CustomerAnswer, { method: "POST", token, body })).customer
}

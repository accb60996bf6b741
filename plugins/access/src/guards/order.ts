import { isDeepStrictEqual } from "node:util"
import { authenticate, type MedusaNextFunction, type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { decideOrderReader, type Ownership, type Reader } from "../domain/decide-order-reader"
import { bodyMetadata, bodyText, hasField, signedInCustomer, sqlOf } from "../medusa"
import { allowed, refusal } from "../refuse"

type Middleware = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => Promise<void>

const OWNER_OF_ORDER = `
  select o.customer_id, coalesce(c.has_account, false) as registered, o.metadata ->> 'organisation_id' as organisation_id, coalesce(o.metadata ->> 'source' = 'campaign', false) as names_people
  from "order" o left join customer c on c.id = o.customer_id where o.id = ? and o.deleted_at is null`

const OWNER_OF_CART = `
  select c.customer_id, coalesce(u.has_account, false) as registered, c.metadata ->> 'organisation_id' as organisation_id, false as names_people
  from cart c left join customer u on u.id = c.customer_id where c.id = ? and c.deleted_at is null`

/** Tells who is signed in, if anyone is; for store routes that core leaves open. Put it before the guards below. */
export const knowCustomer = authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })

/** Middleware for `/store/orders/:id…`: 404 unless the order answers to this session. */
export const refuseForeignOrder: Middleware = async (req, _res, next) => {
  await refuseForeign(req, OWNER_OF_ORDER, req.params.id)
  next()
}

/** Middleware for core's list of one's orders, after its own: those of a unit are the unit's, at its desk, and stay there when the person leaves. */
export const keepToOwnOrders: Middleware = async (req, _res, next) => {
  req.filterableFields = { ...req.filterableFields, metadata: { organisation_id: null } }
  next()
}

/** Middleware for core's routes of an account, which would answer every order ever placed in the person's name: the list above knows whose they are. */
export const refuseOrdersOfAccount: Middleware = async (req, _res, next) => {
  if (JSON.stringify(req.query).includes("orders")) throw refusal("invalid_data", "invalid_input", "fields: orders are listed by /store/orders")
  next()
}

/** `refuseForeignOrder` for routes that take the order's id in the body as `order_id`. */
export const refuseForeignOrderInBody: Middleware = async (req, _res, next) => {
  await refuseForeign(req, OWNER_OF_ORDER, bodyText(req, "order_id"))
  next()
}

/** Middleware for `/store/carts/:id…`: 404 unless the cart is a guest's or of the customer who is signed in. */
export const refuseForeignCart: Middleware = async (req, _res, next) => {
  await refuseForeign(req, OWNER_OF_CART, req.params.id)
  next()
}

/** What the papers read from an order: only the shop writes it. */
const RESERVED = ["organisation_id", "organisation_name", "organisation_uscc", "source", "occurrence_id", "standing_order_id", "campaign_id", "seller_id", "donation", "group_buy_id", "preorder_contract_id", "contract_number"]

/** Middleware for store routes that take a cart's metadata: whose an order is and whom it is given to, the shop says, not the buyer. A gift goes where it was given, a unit's order where and as its approvers were told. */
export const refuseReservedMetadata: Middleware = async (req, _res, next) => {
  const metadata = bodyMetadata(req)
  if (metadata && RESERVED.some((key) => key in metadata)) throw refusal("forbidden", "not_yours")
  if (req.params.id && (hasField(req, "shipping_address") || hasField(req, "option_id"))) {
    const { rows: [cart] } = await sqlOf(req.scope).raw<{ is_gift: boolean; is_unit: boolean }>("select metadata -> 'donation' is not null as is_gift, metadata ->> 'organisation_id' is not null as is_unit from cart where id = ?", [req.params.id])
    if (cart?.is_gift) throw refusal("forbidden", "not_yours", "爱心捐赠直接送到受赠单位；要改送别处或换配送方式，请重新结算")
    if (cart?.is_unit) throw refusal("forbidden", "not_yours", "这是以单位名义提交的订单；要改送别处或换配送方式，请重新参团")
  }
  next()
}

/** Middleware for core's admin routes that make or change an order: not even staff lay an order upon a unit that its approvers never saw, or take one from it. */
export const keepReservedMetadata: Middleware = async (req, _res, next) => {
  const metadata = bodyMetadata(req)
  if (metadata !== undefined) {
    const { rows: [order] } = await sqlOf(req.scope).raw<{ metadata: Record<string, unknown> | null }>(`select metadata from "order" where id = ?`, [req.params.id ?? ""])
    const held = order?.metadata ?? {}
    const isKept = (key: string) => metadata === null ? !(key in held) : !(key in metadata) || isDeepStrictEqual(metadata[key], held[key])
    if (!RESERVED.every(isKept)) throw refusal("forbidden", "not_yours", "订单属于哪个单位、由谁供货由平台记录，不能手工修改")
  }
  next()
}

async function refuseForeign(req: MedusaRequest, sql: string, id: string | undefined): Promise<void> {
  if (!id) return
  const { rows: [owner] } = await sqlOf(req.scope).raw<Ownership>(sql, [id])
  if (owner) allowed(decideOrderReader(owner, await readReader(req, owner)), "not_found")
}

async function readReader(req: MedusaRequest, { organisation_id }: Ownership): Promise<Reader> {
  const customer_id = signedInCustomer(req)
  if (!organisation_id || !customer_id) return { customer_id, memberships: [] }
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "organisation_member", fields: ["organisation_id", "role", "verified_at", "left_at"], filters: { organisation_id, customer_id },
  })
  const current = data.filter(({ verified_at, left_at }) => verified_at && (!left_at || new Date(left_at) > new Date()))
  return { customer_id, memberships: current }
}

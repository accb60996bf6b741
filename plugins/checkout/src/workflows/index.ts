export type { PlaceOrder } from "../domain/place-order"
export { type PlacedOrders, placeOrdersWorkflow } from "./place-orders"

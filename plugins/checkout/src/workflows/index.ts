export type { PlaceOrder } from "../domain/place-order"
export { type PlacedOrders, placeOrdersWorkflow } from "./place-orders"
export { receiveTransferWorkflow } from "./receive-transfer"
export type { ReceivedTransfer } from "../steps/register-transfer"

/** SQLSTATE that the stock guard in the database raises. */
export const OUT_OF_STOCK_STATE = "FP001"

/** Whether a failure says that goods ran out: our guard's state, or core's own refusal before it. */
export function isOutOfStock(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false
  const code = "code" in error ? error.code : null
  const message = "message" in error ? error.message : null
  if (code === OUT_OF_STOCK_STATE || code === "insufficient_inventory" || code === "out_of_stock") return true
  return typeof message === "string" && /Not enough stock available|does not have the required inventory|FP001/.test(message)
}

import { model } from "@medusajs/framework/utils"

/** One line of a bank statement, as finance registered it against an order. */
export const TransferReceipt = model
  .define("transfer_receipt", {
    id: model.id({ prefix: "trfr" }).primaryKey(),
    order_id: model.text(),
    payment_id: model.text(),
    amount_fen: model.number(),
    reference: model.text(),
    received_on: model.text(),
    actor_id: model.text(),
  })
  .indexes([{ on: ["order_id", "reference"], unique: true, where: "deleted_at IS NULL" }])

import { model } from "@medusajs/framework/utils"

/** 个人信息删除申请: what was asked, decided and done, by whom and when. A request is the fold of its events. Only grows. */
export const ErasureEvent = model
  .define("erasure_event", {
    id: model.id({ prefix: "erev" }).primaryKey(),
    request_id: model.text(),
    household_id: model.text(),
    kind: model.enum(["requested", "withdrawn", "refused", "executed"]),
    /** Business date by the clock of whoever wrote it. */
    on: model.text(),
    actor_id: model.text(),
    reason: model.text(),
    /** Until when vouchers keep the identity, as it stood then. */
    retention_ends_on: model.text(),
  })
  .indexes([{ on: ["request_id", "kind"], unique: true }, { on: ["household_id"] }])

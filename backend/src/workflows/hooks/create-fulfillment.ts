import { refuseEarlyParcel } from "@fupin/institution/group-buy/ship"
import { createOrderFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import { StepResponse } from "@medusajs/framework/workflows-sdk"

/** Core asks nobody before it makes up a parcel: refused here, everything it did is undone. */
createOrderFulfillmentWorkflow.hooks.fulfillmentCreated(async ({ fulfillment }: { fulfillment: { id: string } }, { container }) => {
  await refuseEarlyParcel(container, fulfillment.id)
  return new StepResponse(true)
})

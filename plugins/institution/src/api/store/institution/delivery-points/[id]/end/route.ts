import { endDetail } from "../../../../../_details"

export const POST = endDetail("organisation_delivery_point", "order")

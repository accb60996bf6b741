import { endDetail } from "../../../../../_details"

export const POST = endDetail("organisation_invoice_title", "pay")

export { noteAskers, releaseSpending, reserveSpending, spendingOf } from "./gate"
export { occurrenceKey, type Purchase, standingOrderKey, type Verdict } from "../modules/spending/purchase"

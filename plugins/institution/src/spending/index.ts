export { noteAskers, releaseSpending, reserveSpending, spendingOf } from "./gate"
export { occurrenceKey, occurrenceOf, type Purchase, standingOrderKey, type Verdict } from "../modules/spending/purchase"

export { lowerSpending, lowerWithin, noteAskers, releaseSpending, reserveSpending, spendingOf } from "./gate"
export { occurrenceKey, occurrenceOf, placeOf, type Purchase, standingOrderKey, type Verdict } from "../modules/spending/purchase"

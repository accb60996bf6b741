export { lowerSpending, lowerWithin, noteAskers, raiseWithin, releaseSpending, releaseWithin, reserveSpending, reserveWithin, spendingOf } from "./gate"
export { occurrenceKey, occurrenceOf, placeOf, type Purchase, standingOrderKey, type Verdict } from "../modules/spending/purchase"

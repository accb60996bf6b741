export { countCart, readCart, readRemoved, writeCart } from "./cookie"
export type { CartLine, RemovedLine } from "./lines"

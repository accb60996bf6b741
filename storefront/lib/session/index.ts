export { closeSession, openSession, readSession } from "./cookie"
export { changeCustomer, type Customer, getCustomer } from "./customer"
export { requireSession, signInPath, withSession } from "./require-session"

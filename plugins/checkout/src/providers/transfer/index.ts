import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { TransferPaymentProvider } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [TransferPaymentProvider] })

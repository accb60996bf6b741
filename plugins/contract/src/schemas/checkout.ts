import { z } from "zod"
import { Quantity } from "./common"

export const CartLineInput = z.strictObject({ variant_id: z.string().min(1).max(64), quantity: Quantity })
export type CartLineInput = z.infer<typeof CartLineInput>

import { defineMiddlewares } from "@medusajs/framework/http"
import { answerError } from "./answer-error"

export default defineMiddlewares({ errorHandler: answerError, routes: [] })

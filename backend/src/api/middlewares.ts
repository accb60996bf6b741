import { defineMiddlewares } from "@medusajs/framework/http"
import { answerError } from "./answer-error"
import { codeBareErrors } from "./code-bare-errors"

codeBareErrors()

export default defineMiddlewares({ errorHandler: answerError, routes: [] })

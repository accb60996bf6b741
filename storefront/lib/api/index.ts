export { environment, storefrontUrl } from "./environment"
export { ApiError } from "./error"
export { request, requestOrNull, type RequestOptions } from "./request"

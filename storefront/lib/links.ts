/** Addresses of pages that carry names; Chinese handles are encoded once, here. */
export const productHref = (handle: string): string => `/products/${encodeURIComponent(handle)}`
export const categoryHref = (handle: string): string => `/categories/${encodeURIComponent(handle)}`
export const regionHref = (code: string): string => `/regions/${code}`
export const verifyHref = (number: string): string => `/verify/${encodeURIComponent(number)}`

/** A part of a path as its text; null when it is no valid text, so that the page can answer 404. */
export function pathText(part: string): string | null {
  try {
    return decodeURIComponent(part).normalize("NFC")
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

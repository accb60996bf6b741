/** Keys are checked when the backend starts (its environment schema); here they are only fetched. */
export const orderKey = (): string => required("BLIND_INDEX_KEY")
export const phoneKey = (): string => required("PERSONAL_DATA_KEY")

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

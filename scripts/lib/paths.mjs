import path from "node:path"

export const ROOT = path.resolve(import.meta.dirname, "../..")

/** Where this checkout keeps database, secrets, logs and state; `DATA_DIR` moves it. */
export const DATA = path.resolve(ROOT, process.env.DATA_DIR ?? ".data")

export const at = (...parts) => path.join(ROOT, ...parts)
export const inData = (...parts) => path.join(DATA, ...parts)

import { regionPrefix } from "../place"

export interface Setting {
  /** A division code; "" is everywhere else. */
  region: string
  cap_bp: number
}

/** The share of a payment that may be kept back in `region`, in basis points: the setting of the smallest division around it. */
export function pickCap(settings: readonly Setting[], region: string): number {
  const prefix = regionPrefix(region)
  const [own] = settings.filter((setting) => prefix.startsWith(regionPrefix(setting.region))).sort((a, b) => regionPrefix(b.region).length - regionPrefix(a.region).length)
  return own!.cap_bp
}

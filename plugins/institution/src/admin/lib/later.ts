import { useEffect, useState } from "react"

/** What is typed, once the typist pauses. */
export function useLater(text: string): string {
  const [later, setLater] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), 250)
    return () => clearTimeout(timer)
  }, [text])
  return later
}

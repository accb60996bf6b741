import { ButtonLink } from "@/components/ui"

export default function Home() {
  return <div className="wrap py-16"><h1 className="mb-6 text-4xl">知道来处，看见受益</h1><ButtonLink href="/products">看看全部好物</ButtonLink></div>
}

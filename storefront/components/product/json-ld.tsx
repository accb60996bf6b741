import type { ProductProvenance } from "@fupin/contract/schemas"
import { formatFen } from "@fupin/contract/money"
import { type Product, storefrontUrl } from "@/lib/api"
import { productHref } from "@/lib/links"

/** The same facts for machines that read pages. `<` is escaped, so that no text can end the script. */
export function ProductJsonLd({ product, provenance }: { product: Product; provenance: ProductProvenance | null }) {
  const url = `${storefrontUrl()}${productHref(product.handle)}`
  const facts = {
    "@context": "https://schema.org", "@type": "Product", name: product.title, description: product.subtitle ?? undefined, image: product.pictures.map((address) => new URL(address, url).href), url,
    ...(provenance ? { countryOfOrigin: "CN", manufacturer: { "@type": "Organization", name: provenance.producer.name } } : {}),
    offers: product.variants.map((variant) => ({
      "@type": "Offer", name: variant.specification, price: formatFen(variant.price_fen).replaceAll(",", ""), priceCurrency: "CNY", url,
      availability: variant.available === 0 || provenance?.problem ? "https://schema.org/OutOfStock" : "https://schema.org/InStock",
    })),
  }
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(facts).replaceAll("<", "\\u003c") }} />
}

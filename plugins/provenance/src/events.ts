/** Emitted with `{ product_ids }` when what is known of products' provenance changed. */
export const PROVENANCE_CHANGED = "provenance.changed"

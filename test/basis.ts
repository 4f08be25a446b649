import { loadBasis } from "#services/basis.service.ts";
import type { Basis } from "#services/basis.ts";
import { type OpenbareBasis, toOpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";

/** What ships with the product, read once for all tests in one process: nothing changes it. */
export const basis: Basis = loadBasis();

/** The same with only what everybody may see. */
export const openbareBasis: OpenbareBasis = toOpenbareBasis(basis);

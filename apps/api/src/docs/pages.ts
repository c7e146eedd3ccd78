import { POSTING_REGISTRY } from '../registry.js';
import { readContract } from './contract.js';
import { printPostings } from './postings.js';
import { printRoutes } from './routes.js';

/** The generated pages by their place in the repository. */
export async function generatedPages(): Promise<Readonly<Record<string, string>>> {
  const { document, routes } = await readContract();
  return {
    'docs/openapi.json': `${JSON.stringify(document, null, 2)}\n`,
    'docs/api.md': printRoutes(document, routes),
    'docs/postings.md': printPostings(POSTING_REGISTRY),
  };
}

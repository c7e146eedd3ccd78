import { both } from '../report/report-text.js';
import { relaysOf } from '../annual/annual.rules.js';
import { KIND_NAMES } from '../annual/annual.query.js';
import { stageOf } from '../annual/plan/plan.data.js';
import type { CompanySupportsDto } from './support.dto.js';
import type { Support } from './support.js';

/** What one company got, in order, with what of it carries the same technology on. */
export function viewSupports(company: { readonly id: string; readonly name: string }, supports: readonly Support[]): CompanySupportsDto {
  const shared = new Set(relaysOf(supports).flatMap((relay) => relay.shared));
  const kinds = new Set(supports.map(({ kind }) => kind)).size;
  return {
    companyId: company.id,
    company: company.name,
    reach: kinds === 0 ? 'NONE' : kinds === 1 ? 'ONE' : 'SEVERAL',
    supports: supports.map(({ kind, bookId, id, number, on, amountWon, technologyNumber, technology }) => ({
      ...{ kind, bookId, id, number, on, technologyNumber, technology },
      kindName: KIND_NAMES[kind] ?? both(kind, kind),
      amountWon: amountWon.toString(),
      stage: stageOf(kind),
      carriedOn: technologyNumber !== null && shared.has(technologyNumber),
    })),
  };
}

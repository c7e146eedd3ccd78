import { won } from '#libs/money';
import type { PolicySource } from '#libs/policy';
import type { OpenPoolDto } from './pool.dto.js';
import type { OpenPool } from './pool.service.js';

/** The filled form as a command. */
export function toPool({ fiscalYear, name, agency, programmeId, lines, proposal, terms = [] }: OpenPoolDto): OpenPool {
  return {
    ...{ fiscalYear, name: name ?? null, agency, programmeId: programmeId ?? null, lines: lines ?? null },
    proposal: proposal === undefined ? null : { amountWon: won(proposal.amountWon), clause: proposal.clause },
    terms: terms.map(({ key, value, clause, source }) => ({ key, value, clause, source: source as PolicySource })),
  };
}

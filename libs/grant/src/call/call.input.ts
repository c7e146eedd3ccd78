import { won } from '#libs/money';
import type { PolicySource } from '#libs/policy';
import type { OpenGrantCallDto } from './call.dto.js';
import type { OpenCall } from './call.service.js';
import type { AmountBasis, GrantKind, GrantRegime, RecipientRole } from './call.js';

/** The filled form as a command. */
export function toOpening(body: OpenGrantCallDto): OpenCall {
  const { proposal, terms = [] } = body;
  return {
    ...{ kind: body.kind as GrantKind, regime: body.regime as GrantRegime, fiscalYear: body.fiscalYear, name: body.name ?? null, agency: body.agency },
    recipientRole: (body.recipientRole ?? null) as RecipientRole | null,
    amountBasis: (body.amountBasis ?? 'TOTAL') as AmountBasis,
    feasibility: body.feasibility === 'PENDING' ? 'PENDING' : 'NOT_NEEDED',
    ...{ programmeId: body.programmeId ?? null, lines: body.lines ?? null },
    proposal: proposal === undefined ? null : { amountWon: won(proposal.amountWon), clause: proposal.clause },
    terms: terms.map(({ key, value, clause, source }) => ({ key, value, clause, source: source as PolicySource })),
  };
}

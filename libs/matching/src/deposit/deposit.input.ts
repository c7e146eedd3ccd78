import { localDate } from '#libs/calendar';
import { cleanText } from '#libs/identifier';
import { won } from '#libs/money';
import type { FundSource } from '../match/match.js';
import type { RecordMatchingDepositDto } from './deposit.dto.js';
import type { DepositorRelation } from './deposit.js';
import type { RecordDeposit } from './deposit.service.js';

export const toDeposit = (agreementId: string, body: RecordMatchingDepositDto): RecordDeposit => ({
  ...{ agreementId, depositedOn: localDate(body.depositedOn), amountWon: won(body.amountWon), depositor: cleanText(body.depositor) },
  ...{ relation: body.relation as DepositorRelation, source: body.source as FundSource },
  ...{ sourceText: body.sourceText ?? null, reference: body.reference ?? null, documentId: body.documentId ?? null },
});

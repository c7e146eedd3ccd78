import { localDate, type LocalDate } from '#libs/calendar';
import { cleanText } from '#libs/identifier';
import { won } from '#libs/money';
import { toLines, toSources, toStages } from '../agreement/plan/plan.input.js';
import type { Resource } from '../line/line.js';
import type { AmendGrantAgreementDto, LineTransferInput } from './amendment.dto.js';
import type { AmendAgreement } from './amendment.service.js';
import type { LineTransfer } from './amendment.js';

export function toAmendment(agreementId: string, body: AmendGrantAgreementDto): AmendAgreement {
  const decidedOn = localDate(body.decidedOn);
  return {
    ...{ agreementId, decidedOn, effectiveOn: dateOf(body.effectiveOn) ?? decidedOn, reason: body.reason, documentId: body.documentId ?? null },
    draft: {
      ...{ sources: body.sources === undefined ? null : toSources(body.sources), lines: body.lines === undefined ? null : toLines(body.lines), transfers: (body.transfers ?? []).map(toTransfer) },
      ...{ periodFrom: dateOf(body.periodFrom), periodTo: dateOf(body.periodTo), stages: body.stages === undefined ? null : toStages(body.stages) },
      ...{ title: textOf(body.title), investigator: textOf(body.investigator), investigatorNumber: textOf(body.investigatorNumber), methods: body.methods ?? null, researchers: body.researchers ?? null },
    },
  };
}

const toTransfer = ({ stage, fiscalYear, resource, from, to, amountWon }: LineTransferInput): LineTransfer => ({ stage: stage ?? 1, fiscalYear, resource: (resource ?? 'CASH') as Resource, from, to, amountWon: won(amountWon) });
const dateOf = (text: string | undefined): LocalDate | null => (text === undefined ? null : localDate(text));
const textOf = (text: string | undefined): string | null => (text === undefined ? null : cleanText(text));

import { localDate } from '#libs/calendar';
import { cleanText } from '#libs/identifier';
import { won } from '#libs/money';
import type { ClassificationDecision, CompanyBasis, EvidenceDraft, RecognitionRoute } from '../classification/classification.js';
import type { DecideClassification } from '../classification/classification.service.js';
import { toParticulars } from '../deal/deal-term.input.js';
import { NumberFaults, toParty } from '../fund/fund.input.js';
import { toEvidenceDetail } from '../recognition/detail/evidence-detail.input.js';
import type { Instrument, InvestmentKind } from './investment.js';
import type { DecideClassificationDto, EvidenceInput } from '../classification/classification.dto.js';
import type { RecordInvestmentDto } from './investment.dto.js';
import type { RecordInvestment } from './investment.service.js';

/** `index` is its place in the list that was sent, for refusals at the field. */
export function toEvidence(input: EvidenceInput, index: number): EvidenceDraft {
  return {
    kind: cleanText(input.kind),
    issuedOn: input.issuedOn === undefined ? null : localDate(input.issuedOn),
    validTo: input.validTo === undefined ? null : localDate(input.validTo),
    issuer: input.issuer ?? null,
    documentId: input.documentId ?? null,
    detail: toEvidenceDetail(input.detail, `/evidence/${index}/detail`),
  };
}

/** The typed form as a command; refuses wrong registration numbers at their fields. */
export function toRecordInvestment(fundId: string, body: RecordInvestmentDto): RecordInvestment {
  const faults = new NumberFaults();
  const company = toParty(body.company, 'COMPANY', '/company', faults);
  const particulars = toParticulars(body.instrument as Instrument, body, faults);
  faults.refuse();
  return {
    fundId,
    company,
    deal: {
      kind: body.kind as InvestmentKind,
      instrument: body.instrument as Instrument,
      amountWon: won(body.amountWon),
      committeeOn: body.committeeOn === undefined ? null : localDate(body.committeeOn),
      paidOn: localDate(body.paidOn),
      shares: body.shares === undefined ? null : BigInt(body.shares),
      pricePerShareWon: body.pricePerShareWon === undefined ? null : won(body.pricePerShareWon),
      round: body.round ?? null,
      note: body.note ?? null,
    },
    originId: body.originId ?? null,
    recognition:
      body.recognition === undefined
        ? null
        : { route: body.recognition.route as RecognitionRoute, companyBasis: body.recognition.companyBasis as CompanyBasis },
    evidence: (body.evidence ?? []).map(toEvidence),
    particulars,
  };
}

export function toDecision(investmentId: string, body: DecideClassificationDto): DecideClassification {
  return {
    investmentId,
    decision: body.decision as ClassificationDecision,
    route: (body.route ?? null) as RecognitionRoute | null,
    companyBasis: (body.companyBasis ?? null) as CompanyBasis | null,
    effectiveOn: localDate(body.effectiveOn),
    reason: body.reason,
  };
}

import { localDate } from '#libs/calendar';
import { DomainError, type FieldFault } from '#libs/errors';
import { cleanText, parseBusinessNumber, parseCorporateNumber, type Parsed } from '#libs/identifier';
import { basisPoints, won } from '#libs/money';
import type { PartyDraft } from '#libs/party';
import type { ObligationBasis } from '../obligation/obligation.js';
import type { FormFundDto, PartnerInput } from './fund.dto.js';
import type { FormFund, FormPartner } from './fund.service.js';
import type { PartnerKind } from './fund.js';

/** Collects what is wrong with registration numbers, so that a form with three faults shows three. */
export class NumberFaults {
  private readonly faults: FieldFault[] = [];

  take<T>(pointer: string, parsed: Parsed<T>): T | null {
    if (parsed.ok) return parsed.value;
    this.faults.push({ pointer, code: parsed.code, text: parsed.text, ...(parsed.fix === undefined ? {} : { fix: parsed.fix }) });
    return null;
  }

  /** Throws `DomainError` invalid when anything was wrong. */
  refuse(): void {
    const [first] = this.faults;
    if (first !== undefined) throw new DomainError('invalid', first.code, first.text, { faults: this.faults });
  }
}

/** A company or partner as typed, its numbers checked at `pointer`. */
export function toParty(
  input: { name: string; businessNumber: string; corporateNumber?: string; incorporatedOn?: string },
  kind: PartyDraft['kind'],
  pointer: string,
  faults: NumberFaults,
): PartyDraft {
  const incorporatedOn = input.incorporatedOn === undefined ? null : localDate(input.incorporatedOn);
  return {
    kind,
    name: cleanText(input.name),
    businessNumber: faults.take(`${pointer}/businessNumber`, parseBusinessNumber(input.businessNumber)),
    corporateNumber: input.corporateNumber === undefined ? null : faults.take(`${pointer}/corporateNumber`, parseCorporateNumber(input.corporateNumber, incorporatedOn)),
    incorporatedOn,
  };
}

function toPartner(input: PartnerInput, index: number, foundedOn: string, faults: NumberFaults): FormPartner {
  return {
    party: toParty(input, input.kind === 'SPECIAL_LIMITED' ? 'FUND_OF_FUNDS' : 'COMPANY', `/partners/${index}`, faults),
    kind: input.kind as PartnerKind,
    commitmentWon: won(input.commitmentWon),
    signedOn: localDate(input.signedOn ?? foundedOn),
    contact: input.contact ?? null,
    professional: input.professional ?? false,
  };
}

export function toFormFund(body: FormFundDto): FormFund {
  const faults = new NumberFaults();
  const partners = body.partners.map((partner, index) => toPartner(partner, index, body.foundedOn, faults));
  if (body.number !== undefined && !/^FND-\d{4}-\d{2,4}$/.test(body.number)) {
    faults.take('/number', { ok: false, code: 'fund.number-format', text: { ko: '조합번호는 FND-2026-01과 같은 형식이어야 합니다.', en: 'A fund number looks like FND-2026-01.' } });
  }
  faults.refuse();
  return {
    vintageId: body.vintageId,
    number: body.number ?? null,
    name: cleanText(body.name),
    custodian: cleanText(body.custodian),
    unitWon: won(body.unitWon),
    foundedOn: localDate(body.foundedOn),
    registeredOn: body.registeredOn === undefined ? null : localDate(body.registeredOn),
    investmentFrom: localDate(body.investmentFrom),
    investmentTo: localDate(body.investmentTo),
    lifeTo: localDate(body.lifeTo),
    obligationRatio: basisPoints(body.obligationRatioBasisPoints),
    obligationBasis: body.obligationBasis as ObligationBasis,
    obligationFixedBaseWon: body.obligationFixedBaseWon === undefined ? null : won(body.obligationFixedBaseWon),
    obligationClause: cleanText(body.obligationClause),
    lifetimeExpensesWon: won(body.lifetimeExpensesWon),
    singleCompanyCap: body.singleCompanyCapBasisPoints === undefined ? null : basisPoints(body.singleCompanyCapBasisPoints),
    recycling: body.recycling ?? false,
    byAccelerator: body.byAccelerator ?? false,
    firstPaymentWon: body.firstPaymentWon === undefined ? null : won(body.firstPaymentWon),
    partners,
  };
}

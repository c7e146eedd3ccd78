import type { PolicySource } from '#libs/policy';
import type { LegalRegime } from '../clawback/clawback.js';
import type { OpenVoucherYearDto } from './year.dto.js';
import type { OpenVoucherYear } from './year.service.js';
import type { VoucherKind } from './year.js';

export function toOpening(body: OpenVoucherYearDto): OpenVoucherYear {
  return {
    kind: body.kind as VoucherKind,
    fiscalYear: body.fiscalYear,
    legalRegime: body.legalRegime as LegalRegime,
    name: body.name ?? null,
    agency: body.agency ?? null,
    programmeId: body.programmeId ?? null,
    terms: (body.terms ?? []).map(({ key, value, clause, source }) => ({ key, value, clause, source: source as PolicySource })),
  };
}
